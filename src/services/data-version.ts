/** Number of the data's form that this program writes; the shell keeps it beside the data for older programs to see. */
export { schemaVersion } from '@/storage/schema';
