/** Where a user was when the window was locked, so that they come back to it. In memory alone; an address names records by their ids. */
export interface LeftAt {
  /** The page is about to be replaced. */
  readonly leave: (address: string) => void;
  /** Somebody signed in; `user` is the workspace's id and theirs. */
  readonly enter: (user: string) => void;
  /** Where this user left, once; null where there is none. */
  readonly take: () => string | null;
}

export function createLeftAt(): LeftAt {
  let user: string | null = null;
  let left: { readonly user: string; readonly path: string } | null = null;
  return {
    leave: (address) => {
      const [, path = ''] = address.split('#');
      if (user !== null && path.startsWith('/')) left = { user, path };
      user = null;
    },
    enter: (entered) => {
      user = entered;
    },
    take: () => {
      const path = left !== null && left.user === user ? left.path : null;
      left = null;
      return path;
    },
  };
}
