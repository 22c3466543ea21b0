import { devices } from "@playwright/test";
import type { Profile } from "./engine";

/** Fingers that a touch screen tells apart; Kakao's rule for iPads asks for more than one. */
const FINGERS = 5;

/** What a page goes by to tell phones from PCs; undefined where the browser's own is left alone. */
export function findDevice(profile: Profile): { userAgent?: string; touchPoints?: number } {
  const device = findDescriptor(profile);
  const userAgent = profile.userAgent ?? device?.userAgent;
  const touchPoints = profile.touchPoints ?? (device?.hasTouch ? FINGERS : undefined);
  return {
    ...(userAgent !== undefined && { userAgent }),
    ...(touchPoints !== undefined && { touchPoints }),
  };
}

export function findDescriptor({ device }: Profile) {
  if (device === undefined) return undefined;
  const descriptor = devices[device];
  if (!descriptor) throw new Error(`expected the name of a Playwright device, got "${device}"`);
  return descriptor;
}
