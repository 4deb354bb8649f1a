/** Put in by the build: true only in builds for tests. */
declare const __TEST_BUILD__: boolean;

/** True in builds for tests, which may use another data folder and may be inspected. A release is never one. */
export const testBuild: boolean = __TEST_BUILD__;
