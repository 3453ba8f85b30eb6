/** Argon2id of a random secret that nobody kept: no password opens such an account until its link set one. */
export const noPassword = '$argon2id$v=19$m=19456,t=2,p=1$QzDxTwVx+HUKSaStvG0CNA$EE5m/6vNIC2BnRzfiBJ5wSsWG3/VYCKT6StwBRD1ZYI'
