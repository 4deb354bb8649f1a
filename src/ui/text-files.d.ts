/** Text files of the resources room, taken in as they stand. */
declare module '*.md?raw' {
  const text: string;
  export { text as default };
}

/** Style sheets are taken in for their effect. */
declare module '*.css';
