/** The types of the API. Made from docs/api/openapi.json by `npm run clients:export`. */

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of access tokens (RFC 7517): more than one while they rotate. */
        get: operations["jwks_jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done to the resources that I may view now, the newest first. */
        get: operations["activity_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Durable events on their way to their consumers, newest first; `state=dead` for those given up. */
        get: operations["events_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/events/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries the dead deliveries of a consumer again, a thousand at most. */
        post: operations["events_replayAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a dead delivery again. */
        post: operations["events_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/files/fsck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compares rows and store, in both directions. */
        get: operations["filesAdmin_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invariants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything that must hold at any time does, and what is off. */
        get: operations["invariants_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many tasks wait, run and have failed, and who works. */
        get: operations["queues_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what to which thing from where, newest first. */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/app-passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My app passwords, the newest first. */
        get: operations["appPasswords_list"];
        put?: never;
        /** Makes a password for one program; it is shown this once. */
        post: operations["appPasswords_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/app-passwords/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes one of them back. */
        delete: operations["appPasswords_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/browser/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session that the browser carries as a cookie. */
        post: operations["browser_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/browser/mfa/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enables the second factor by its first code; the cookie changes. */
        post: operations["browser_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/browser/mfa/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a login in a browser; the cookie changes. */
        post: operations["browser_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services with credentials: they may ask about tokens, and get tokens for themselves. */
        get: operations["serviceClients_list"];
        put?: never;
        /** Makes credentials for a service; the secret is shown this once. */
        post: operations["serviceClients_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws the credentials of a service, and ends its own tokens. */
        delete: operations["serviceClients_revokeClient"];
        options?: never;
        head?: never;
        /** Changes the name of a service, or what its own tokens may do. */
        patch: operations["serviceClients_update"];
        trace?: never;
    };
    "/api/v1/auth/email/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link to the new address of my account; the answer is the same when it is taken. */
        post: operations["recovery_askEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/change/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an account its new address by the mailed token. */
        post: operations["recovery_confirmEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves an address by the mailed token. */
        post: operations["recovery_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails me another link to prove my address. */
        post: operations["recovery_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My identities at providers, all of them. */
        get: operations["oidc_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes one of them; it logs nobody in any more. */
        delete: operations["oidc_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a token stands for (RFC 7662), for services with credentials. */
        post: operations["serviceClients_introspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session. */
        post: operations["auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends this session. */
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends all my sessions. */
        post: operations["auth_logoutAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am. */
        get: operations["auth_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches it off and ends all my sessions. */
        post: operations["mfa_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enables it by its first code; my other sessions owe a code from now on. */
        post: operations["mfa_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/enroll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to set up a second factor; without effect until it is enabled. */
        post: operations["mfa_enroll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new recovery codes; the old ones are good no longer. */
        post: operations["mfa_renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a login; the tokens of the first can be thrown away. */
        post: operations["mfa_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The providers one can log in through. */
        get: operations["oidc_providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the provider, which sends it back to the callback. */
        get: operations["oidc_begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends the browser: opens a session in a cookie, or goes to a page with `error`. */
        get: operations["oidc_end"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to add an identity to my account; the browser that asks goes to the address in the answer. */
        post: operations["oidc_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes my password; ends my other sessions. */
        post: operations["recovery_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link for a new password, if there is such an account; the answer is the same if not. */
        post: operations["recovery_forgot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password by the mailed token; ends every session, keeps the second factor. */
        post: operations["recovery_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next pair of tokens. */
        post: operations["auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an account. */
        post: operations["auth_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session of a token (RFC 7009), for services with credentials. */
        post: operations["serviceClients_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/service-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens of services, the newest first. */
        get: operations["serviceTokens_list"];
        put?: never;
        /** Makes an account for a service, and its token, which is shown this once. */
        post: operations["serviceTokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/service-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a token of a service; what the service has made stays. */
        delete: operations["serviceTokens_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This session. */
        get: operations["sessions_current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My live sessions, the newest first. */
        get: operations["sessions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of my sessions. */
        delete: operations["sessions_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves once more that it is me: opens, for five minutes, what asks for a fresh proof. */
        post: operations["auth_stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** OAuth2 token endpoint; errors here as RFC 6749 section 5.2 has them. */
        post: operations["auth_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether this token may act, and whose it is: the single sign-on check of other services. */
        post: operations["auth_validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/ws-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket that opens one socket of the chat within thirty seconds: `/ws/{room}?ticket=`. */
        post: operations["sessions_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cache": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Empties the cache on all instances. */
        delete: operations["cache_clear"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories by name. */
        get: operations["categories_list"];
        put?: never;
        /** Makes a category. */
        post: operations["categories_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One category. */
        get: operations["categories_byId"];
        /** Replaces a category. */
        put: operations["categories_replace"];
        post?: never;
        /** Deletes an empty category. */
        delete: operations["categories_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/direct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The room of me and somebody else, made when there is none. */
        post: operations["chatRooms_direct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Looks for messages in the rooms that I belong to, the newest first. */
        get: operations["chatMessages_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public rooms and my own, the newest first, with what I have not read. */
        get: operations["chatRooms_list"];
        put?: never;
        /** Makes a room. A public one also comes to be when somebody opens `/ws/{room}`. */
        post: operations["chatRooms_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One room. */
        get: operations["chatRooms_byAddress"];
        put?: never;
        post?: never;
        /** Deletes a room with all its messages: its owners. */
        delete: operations["chatRooms_remove"];
        options?: never;
        head?: never;
        /** Gives a room another title: its owners. */
        patch: operations["chatRooms_update"];
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to a room. */
        get: operations["chatRooms_listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes somebody a member, or gives a member another role: moderators, and of roles owners. */
        put: operations["chatRooms_putMember"];
        post?: never;
        /** Takes somebody out of a room; anybody may take themselves out. */
        delete: operations["chatRooms_removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages of a room, the newest first; `before` a number. A thousand are kept. */
        get: operations["chatMessages_page"];
        put?: never;
        /** Says something in a room, as a socket would. */
        post: operations["chatMessages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Empties a message: its sender, and the moderators. Its number stays. */
        delete: operations["chatMessages_remove"];
        options?: never;
        head?: never;
        /** Says it otherwise: its sender. What it said before is kept. */
        patch: operations["chatMessages_edit"];
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}/messages/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that is shared in a message, for all in the room. */
        get: operations["chatMessages_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}/messages/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a message said before; of a deleted one to moderators. */
        get: operations["chatMessages_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Moves my read marker on. */
        put: operations["chatRooms_read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/rooms/{room}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in a room right now. */
        get: operations["chatRooms_active"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/classrooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Classrooms that I may see, by name. */
        get: operations["classrooms_list"];
        put?: never;
        /** Makes a classroom. */
        post: operations["classrooms_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/classrooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One classroom. */
        get: operations["classrooms_byId"];
        /** Replaces a classroom; without `capacity` it takes any number. */
        put: operations["classrooms_replace"];
        post?: never;
        /** Deletes a classroom that nobody was ever in. */
        delete: operations["classrooms_remove"];
        options?: never;
        head?: never;
        /** Changes what is given. */
        patch: operations["classrooms_update"];
        trace?: never;
    };
    "/api/v1/classrooms/{id}/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is and was in a classroom, the newest first; a student sees their own. */
        get: operations["enrollments_list"];
        put?: never;
        /** Takes a student in: the classroom’s teacher, or with `manage_school`. */
        post: operations["enrollments_enroll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/classrooms/{id}/enrollments/{student_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws a student; from when to when they were in it is kept. */
        delete: operations["enrollments_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/classrooms/{id}/enrollments/{student_id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a student to another classroom, where the caller may take them in too. */
        post: operations["enrollments_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/classrooms/{id}/grades/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grades a classroom by one call, with a result for each row. */
        post: operations["grades_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments of a resource that I may view, the oldest first, answers among them. */
        get: operations["comments_list"];
        put?: never;
        /** Comments a resource, or answers a comment. Whom it mentions learns of it if they may view the resource. */
        post: operations["comments_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One comment. */
        get: operations["comments_byId"];
        put?: never;
        post?: never;
        /** Deletes a comment of mine, or of what I manage; one with answers keeps its place. */
        delete: operations["comments_remove"];
        options?: never;
        head?: never;
        /** Changes a comment of mine. */
        patch: operations["comments_edit"];
        trace?: never;
    };
    "/api/v1/comments/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolves a thread. */
        post: operations["comments_resolve"];
        /** Reopens a thread. */
        delete: operations["comments_reopen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expressions/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an expression in FEEL comes to. */
        post: operations["expressions_evaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Folders that I may see, mine and shared ones, the newest first. */
        get: operations["folders_list"];
        put?: never;
        /** Makes a folder, at my root or in a folder that I may edit. */
        post: operations["folders_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One folder. */
        get: operations["folders_byId"];
        put?: never;
        post?: never;
        /** Puts a folder with all that lies in it into the trash. */
        delete: operations["folders_remove"];
        options?: never;
        head?: never;
        /** Renames a folder. */
        patch: operations["folders_rename"];
        trace?: never;
    };
    "/api/v1/folders/{id}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies in a folder, of every kind, the newest first. */
        get: operations["folders_children"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a folder with all that lies in it. */
        post: operations["folders_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is behind the gateway, how each upstream does and why, over the last five minutes. */
        get: operations["gateway_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateway/{service}/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Passes a GET on to the service, as it is, and its answer back.
         * @description By default for whoever is signed in; a service or a route of it may be public, or want a permission. Server-sent events and WebSockets pass too.
         */
        get: operations["gateway_pass_get"];
        /**
         * Passes a PUT on to the service, as it is, and its answer back.
         * @description By default for whoever is signed in; a service or a route of it may be public, or want a permission. Server-sent events and WebSockets pass too.
         */
        put: operations["gateway_pass_put"];
        /**
         * Passes a POST on to the service, as it is, and its answer back.
         * @description By default for whoever is signed in; a service or a route of it may be public, or want a permission. Server-sent events and WebSockets pass too.
         */
        post: operations["gateway_pass_post"];
        /**
         * Passes a DELETE on to the service, as it is, and its answer back.
         * @description By default for whoever is signed in; a service or a route of it may be public, or want a permission. Server-sent events and WebSockets pass too.
         */
        delete: operations["gateway_pass_delete"];
        /**
         * Passes a OPTIONS on to the service, as it is, and its answer back.
         * @description By default for whoever is signed in; a service or a route of it may be public, or want a permission. Server-sent events and WebSockets pass too.
         */
        options: operations["gateway_pass_options"];
        /**
         * Passes a HEAD on to the service, as it is, and its answer back.
         * @description By default for whoever is signed in; a service or a route of it may be public, or want a permission. Server-sent events and WebSockets pass too.
         */
        head: operations["gateway_pass_head"];
        /**
         * Passes a PATCH on to the service, as it is, and its answer back.
         * @description By default for whoever is signed in; a service or a route of it may be public, or want a permission. Server-sent events and WebSockets pass too.
         */
        patch: operations["gateway_pass_patch"];
        trace?: never;
    };
    "/api/v1/grades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grades, the newest first: a student’s own, a teacher’s classrooms’, all with `manage_school`. */
        get: operations["grades_list"];
        put?: never;
        /** Grades a student who is in the classroom now: its teacher, or with `manage_school`. */
        post: operations["grades_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grades/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One grade, now or as it was. */
        get: operations["grades_byId"];
        /** Replaces what may change of a grade; the values before are kept. */
        put: operations["grades_replace"];
        post?: never;
        /** Takes a grade back; its history stays. */
        delete: operations["grades_remove"];
        options?: never;
        head?: never;
        /** Changes what is given; the values before are kept. */
        patch: operations["grades_update"];
        trace?: never;
    };
    "/api/v1/grades/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every value a grade ever had, with who and why, the first first. */
        get: operations["grades_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups that I made or belong to, by name; all with `manage_groups`. */
        get: operations["groups_list"];
        put?: never;
        /** Makes a group, whose first member is its maker. */
        post: operations["groups_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group. */
        get: operations["groups_byId"];
        put?: never;
        post?: never;
        /** Deletes a group of mine, and what was shared with it is no longer. */
        delete: operations["groups_remove"];
        options?: never;
        head?: never;
        /** Renames a group of mine. */
        patch: operations["groups_rename"];
        trace?: never;
    };
    "/api/v1/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to a group, by name. */
        get: operations["groups_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Adds a member to a group of mine. */
        put: operations["groups_addMember"];
        post?: never;
        /** Removes a member from a group of mine, or myself from any. */
        delete: operations["groups_removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{token}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a link, by its password where it has one, for a quarter of an hour. */
        post: operations["links_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pods whose logs I may read. */
        get: operations["logs_pods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/{pod_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest lines of a pod’s log; with `follow=true` as server-sent events, then every new line. */
        get: operations["logs_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/{pod_name}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole log as a file. */
        get: operations["logs_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Domains whose mails are signed, with the records that the DNS is to have. */
        get: operations["domains_list"];
        put?: never;
        /** Adds a domain with a key of RSA and one of Ed25519; they sign once the DNS shows them. */
        post: operations["domains_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One domain. */
        get: operations["domains_byId"];
        put?: never;
        post?: never;
        /** Takes a domain away with its keys. */
        delete: operations["domains_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/domains/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compares the DNS with what mails need: SPF, DKIM, DMARC, MX, MTA-STS, TLS-RPT. */
        post: operations["domains_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/domains/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes new keys; those before sign until the DNS shows the new ones. */
        post: operations["domains_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/inbound-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail that came in by my routes, the newest first; kept for 30 days. */
        get: operations["inbound_mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/inbound-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail that came in. */
        get: operations["inbound_mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/inbound-routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My addresses for mail that comes in, the newest first. */
        get: operations["inbound_list"];
        put?: never;
        /** Makes an address that nobody can guess; its mail goes to the target. */
        post: operations["inbound_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/inbound-routes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an address away with the mails that came by it. */
        delete: operations["inbound_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a mail: with `send_mail` to anybody, else to my own proven address, or as MAIL_SENDERS says. */
        post: operations["send_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/send-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a mail that a published template makes of data. `welcome` and `policy-created` are there from the start. */
        post: operations["send_sendTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have sent, the newest first; with `manage_mail` everything. Kept for 30 days, letters of the application for 7. */
        get: operations["sent_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/sent/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail with its text and the status of each recipient. */
        get: operations["sent_byId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/sent/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a mail that nobody has been sent yet. */
        post: operations["sent_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/sent/{id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that has happened to a mail: who asked, the gate, each attempt, each report. */
        get: operations["sent_trace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that get no mail, or none of a category; the newest first. */
        get: operations["suppressions_list"];
        put?: never;
        /** Puts an address on the list, for good. */
        post: operations["suppressions_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an address off the list. */
        delete: operations["suppressions_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of all templates, the newest first. */
        get: operations["templates_list"];
        put?: never;
        /** Makes a template: its first version, which is sent once it is published. */
        post: operations["templates_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/templates/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A version with data, and what the data lacks. Sends nothing. */
        post: operations["templates_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/templates/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From now on this version is sent in its language, be it an older one. */
        post: operations["templates_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/templates/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of one template, the newest first. */
        get: operations["templates_versions"];
        put?: never;
        /** One more version, also in another language. */
        post: operations["templates_addVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Asks whether the recipient wants no more mail of a category; changes nothing. */
        get: operations["suppressions_ask"];
        put?: never;
        /** Ends one category for one recipient (RFC 8058), by one click; again and again without effect. */
        post: operations["suppressions_unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My notifications, the newest first; the newest 1000 are kept. */
        get: operations["notifications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My browsers and apps that notifications are pushed to, the last registered first; 20 at most. */
        get: operations["notificationDevices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a device of mine. */
        delete: operations["notificationDevices_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I am told by which channel, each with the rule that says so, my quiet hours and my digest. */
        get: operations["notificationPreferences_get"];
        /** Replaces what I have switched on and off, my quiet hours and my digest. */
        put: operations["notificationPreferences_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By which channels a notification would go, when and why, without sending it. */
        post: operations["notificationReasons_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks my notifications as read, up to one where that is named. */
        put: operations["notifications_readAll"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/register-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers an app with Firebase for this session; 200 for one that is known. A token that another account had leaves it. */
        post: operations["notificationDevices_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notifies me, or somebody else with `send_notifications`; 200 where its key is known, or it has collapsed. */
        post: operations["notifications_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changes in my notifications, as server-sent events: `created`, `changed`, `deleted`, and `reset` where those since `Last-Event-ID` are gone. */
        get: operations["notificationStream_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of my notifications are unread, and the number of the last change. */
        get: operations["notifications_countUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/web-push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My browsers that notifications are pushed to. */
        get: operations["notificationDevices_subscriptions"];
        put?: never;
        /** Subscribes a browser, or an app by UnifiedPush, for this session; 200 for one that is known. */
        post: operations["notificationDevices_subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/web-push/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a subscription of mine. */
        delete: operations["notificationDevices_unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/web-push/vapid-public-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key by which a browser subscribes to pushes of this installation. */
        get: operations["notificationDevices_publicKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my notifications. */
        get: operations["notifications_byId"];
        put?: never;
        post?: never;
        /** Deletes one of my notifications. */
        delete: operations["notifications_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has become of a notification of mine by each channel and device; of anybody’s with `manage_notifications`. */
        get: operations["notificationReasons_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks one as read; when it was first read stays. */
        put: operations["notifications_read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why I was told this, by each channel; of anybody’s with `manage_notifications`. */
        get: operations["notificationReasons_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My orders, the newest first; everybody’s with `manage_orders`. */
        get: operations["orders_list"];
        put?: never;
        /** Buys: takes the goods from stock and writes the order, or neither. */
        post: operations["orders_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order. */
        get: operations["orders_byId"];
        put?: never;
        post?: never;
        /** Cancels an order that has not been shipped; the goods go back into stock. */
        delete: operations["orders_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every step of an order, the first first. */
        get: operations["orders_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Moves an order on. */
        put: operations["orders_setStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products, filtered and sorted. */
        get: operations["products_list"];
        put?: never;
        /** Makes a product. */
        post: operations["products_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product. */
        get: operations["products_byId"];
        /** Replaces a product; what is left out gets its default. */
        put: operations["products_replace"];
        post?: never;
        /** Takes a product out of the catalogue; orders keep it. */
        delete: operations["products_remove"];
        options?: never;
        head?: never;
        /** Changes what is given. */
        patch: operations["products_update"];
        trace?: never;
    };
    "/api/v1/products/{id}/check-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether so many are on hand. */
        get: operations["products_checkStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of the stock, the newest first. */
        get: operations["products_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets what is on hand. */
        put: operations["products_setStock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that I may see, the newest first: mine, and what is shared with me. */
        get: operations["resources_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of one kind as CSV, which `import` reads. */
        get: operations["transfer_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes over a CSV file: all of it, or nothing and what is wrong by line and column. */
        post: operations["transfer_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/reports/classrooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a classroom’s grades come to: to its teacher, and with `manage_school`. */
        get: operations["reports_classroom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/reports/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole school. */
        get: operations["reports_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/reports/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prints a report too big to be waited for: a task whose result is a PDF among the files of who asks. */
        post: operations["reports_print"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/reports/students/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A student’s transcript: their own, a teacher’s part of it, all with `manage_school`. */
        get: operations["reports_transcript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terms, the latest first. */
        get: operations["terms_list"];
        put?: never;
        /** Makes a term. */
        post: operations["terms_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/terms/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a school year: all of its terms that are open. */
        post: operations["terms_closeYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/terms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes name or days of an open term. */
        patch: operations["terms_update"];
        trace?: never;
    };
    "/api/v1/school/terms/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a term: its grades and enrolments stay as they are. */
        post: operations["terms_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/terms/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a closed term again. */
        post: operations["terms_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/transcripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of issued transcripts, the latest first: one’s own, all with `manage_school`. */
        get: operations["transcripts_list"];
        put?: never;
        /** Issues a transcript, signed and with a code to verify it by: one’s own, anybody’s with `manage_school`. */
        post: operations["transcripts_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/transcripts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transcript as it was issued; as PDF the page to print. */
        get: operations["transcripts_byId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/transcripts/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Vouches for it no longer; its code says so from now on. */
        post: operations["transcripts_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school/verify/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a transcript is ours and still holds, and what it must say. The code is on the paper. */
        get: operations["transcripts_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds resources of every kind that I may view by the words of their titles and texts, the best first. */
        get: operations["search_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may do what with a resource: all for who may edit it, the others those rights that they gave. */
        get: operations["shares_list"];
        put?: never;
        /** Gives a right to a resource and all that lies in it; 200 and the new right for who had one. */
        post: operations["shares_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shares/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One share. */
        get: operations["shares_byId"];
        put?: never;
        post?: never;
        /** Takes back a right that I gave, or to what I manage; gives up one of mine. */
        delete: operations["shares_revoke"];
        options?: never;
        head?: never;
        /** Changes a right that I gave, or to what I manage. */
        patch: operations["shares_update"];
        trace?: never;
    };
    "/api/v1/storage/download/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file, or ranges of them, always as an attachment. */
        get: operations["files_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that I may see, mine and shared ones, the newest first; everybody’s with `manage_files`. */
        get: operations["files_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a file and all links to it; with `trash=true` it can be brought back for thirty days. */
        delete: operations["files_remove"];
        options?: never;
        head?: never;
        /** Moves a file to another folder, or describes it. */
        patch: operations["files_update"];
        trace?: never;
    };
    "/api/v1/storage/files/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of one file. */
        get: operations["files_byId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage/files/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link by which anybody may download a file, so long and so often. */
        post: operations["files_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage/files/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends all links to a file. */
        delete: operations["files_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage/shared/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link leads to. */
        get: operations["files_shared"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage/tus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a resumable upload; `Upload-Metadata` has `filename`, and `folder`, `description`, `category`. */
        post: operations["tus_create"];
        delete?: never;
        /** What of tus 1.0 we speak. */
        options: operations["tus_describe"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage/tus/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PATCH or DELETE by `X-HTTP-Method-Override`, for clients that can say neither. */
        post: operations["tus_override"];
        /** Gives an upload up; a file that has come of it stays. */
        delete: operations["tus_terminate"];
        options?: never;
        /** How much of it has arrived. */
        head: operations["tus_offset"];
        /** The next bytes; with the last of them it becomes a file of the same id. */
        patch: operations["tus_write"];
        trace?: never;
    };
    "/api/v1/storage/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps one file of a form. What is large or comes over a bad line goes by tus. */
        post: operations["files_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much room my files take, and how much there is. */
        get: operations["files_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tasks, the newest first; everybody’s with `manage_tasks`. */
        get: operations["tasks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an e-mail, in a while. */
        post: operations["tasks_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/process-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds up, averages or counts numbers, exactly. */
        post: operations["tasks_processData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a report of what its asker may see: a file of theirs, and a link to it by mail. */
        post: operations["reports_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/report/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What reports can be made of. */
        get: operations["reports_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task. */
        get: operations["tasks_byId"];
        put?: never;
        post?: never;
        /** Cancels a task that waits or runs. */
        delete: operations["tasks_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of a task as server-sent events: `data` is the task, `id` its version. */
        get: operations["tasks_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a failed or cancelled task anew. */
        post: operations["tasks_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teachers/{id}/students": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is now in a teacher’s classrooms, or has them for a tutor: for the teacher, or with `manage_school`. */
        get: operations["enrollments_studentsOf"];
        put?: never;
        /** Gives a student a tutor, who from now on reads their grades and enrolments. */
        post: operations["tutorships_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teachers/{id}/students/{student_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends it; from when to when it lasted is kept. */
        delete: operations["tutorships_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I may bring back, the newest first; deleted for ever after thirty days. */
        get: operations["resources_trashed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trash/{type}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes it for ever, with all that lies in it. */
        delete: operations["resources_purge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trash/{type}/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings it back with its shares, to the root when its folder is gone. */
        post: operations["resources_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, newest first. */
        get: operations["users_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am. */
        get: operations["users_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what I am called. */
        patch: operations["users_updateMe"];
        trace?: never;
    };
    "/api/v1/users/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about me. */
        get: operations["users_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account. */
        get: operations["users_byId"];
        put?: never;
        post?: never;
        /** Erases a person; the books keep an empty row. */
        delete: operations["users_erase"];
        options?: never;
        head?: never;
        /** Changes what somebody may do; nobody gives or takes rights they do not have. Rights ask for a fresh proof. */
        patch: operations["users_update"];
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My webhooks, the newest first; everybody’s with `manage_webhooks`. */
        get: operations["webhooks_list"];
        put?: never;
        /** Makes a webhook: an address that is told of events that I may see. Its secret is shown this once. */
        post: operations["webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook. */
        get: operations["webhooks_byId"];
        put?: never;
        post?: never;
        /** Deletes a webhook with its deliveries. */
        delete: operations["webhooks_remove"];
        options?: never;
        head?: never;
        /** Changes a webhook of mine, or switches it off or on. */
        patch: operations["webhooks_update"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has become of the events of a webhook, the newest first; kept for 30 days. */
        get: operations["webhooks_listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends events to a webhook of mine once more, under the same ids. */
        post: operations["webhooks_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a webhook of mine a new secret; the one before signs too for 24 hours. */
        post: operations["webhooks_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an event `webhooks.test` to a webhook of mine. */
        post: operations["webhooks_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the application and its parts do. */
        get: operations["system_whole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs. */
        get: operations["system_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests can be served. */
        get: operations["system_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/{module}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one module does: its own parts, and those without which nothing works. */
        get: operations["moduleHealth_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers for Prometheus. */
        get: operations["system_scrape"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Who is in a room right now. */
        ActiveUsers: {
            /** @example general */
            room: string;
            /**
             * @description Their names.
             * @example [
             *       "Ada Lovelace"
             *     ]
             */
            active_users: string[];
            /** @description The same people with their ids. */
            users: components["schemas"]["ChatPerson"][];
        };
        /** @description Something that was done to a resource. */
        ActivityEntry: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description `created`, `changed`, `moved`, `trashed`, `restored`, `shared`, `unshared`, `commented`, or a word of a module.
             * @example changed
             */
            act: string;
            /** @example file */
            resource_type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            resource_id: string;
            /**
             * @description As it was then.
             * @example invoice.pdf
             */
            title: string;
            /** @example /api/v1/storage/files/0192…/metadata */
            url: string;
            /**
             * Format: uuid
             * @description Null for the application, a visitor by link, and an erased account.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            actor_id: string | null;
            /** @example Ada Lovelace */
            actor_name: string | null;
            /**
             * @description What else is known of it.
             * @example {
             *       "parent_id": null
             *     }
             */
            facts: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        ActivityPage: {
            items: components["schemas"]["ActivityEntry"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A password for one program that cannot log in: a calendar, a file manager, a mail program. */
        AppPassword: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Calendar on my phone */
            name: string;
            /**
             * @example [
             *       "dav.calendars",
             *       "dav.contacts"
             *     ]
             */
            scopes: ("dav.files" | "dav.calendars" | "dav.contacts" | "smtp")[];
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description To the minute; null when it never was.
             * @example 2026-01-31T12:00:00.000Z
             */
            last_used_at: string | null;
        };
        AppPasswordPage: {
            items: components["schemas"]["AppPassword"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description Who did what to which thing, from where. */
        AuditEntry: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            at: string;
            /** @example users.updated */
            action: string;
            /** @enum {string} */
            outcome: "success" | "failure";
            /**
             * Format: uuid
             * @description Who; null for somebody unknown.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            actor_id: string | null;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            session_id: string | null;
            /** @example user:0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a */
            target: string | null;
            /** @example 203.0.113.7 */
            client_ip: string | null;
            user_agent: string | null;
            request_id: string | null;
            /**
             * @description What else is known of it.
             * @example {
             *       "fields": [
             *         "roles"
             *       ]
             *     }
             */
            facts: {
                [key: string]: unknown;
            };
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        BrowserMfaEnabled: {
            /**
             * @description Whether the code of the second factor is still to come.
             * @example false
             */
            requires_mfa: boolean;
            /** @description Each good once, for a login without the device. Shown this once. */
            recovery_codes: string[];
        };
        /** @description A session carried by the cookies of this answer. */
        BrowserSession: {
            /**
             * @description Whether the code of the second factor is still to come.
             * @example false
             */
            requires_mfa: boolean;
        };
        BulkGradeResult: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /**
             * @example created
             * @enum {string}
             */
            status: "created" | "updated" | "unchanged" | "refused";
            /**
             * Format: uuid
             * @description null for a refused row.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            grade_id: string | null;
            /**
             * @description Why it was refused.
             * @example null
             */
            code: string | null;
        };
        BulkGradeRow: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /** @example 87.25 */
            score: number;
            /**
             * @description Left out, those of the grade stay.
             * @example Well argued.
             */
            comments?: string;
            /**
             * @description Of the grade that was read, 0 for none: where another is stored, the row is refused.
             * @example 1
             */
            version?: number;
        };
        BulkGrades: {
            /** @description One for each row, in their order. */
            results: components["schemas"]["BulkGradeResult"][];
        };
        /** @description Grades of one assessment. With a name, a student who has a grade for it gets that one changed. */
        BulkGradesInput: {
            /**
             * Format: uuid
             * @description The open term of today when left out.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            term_id?: string;
            /** @example Mathematics */
            subject: string;
            /**
             * @description Without it every row makes a grade.
             * @example Midterm
             */
            assessment?: string | null;
            /**
             * @description Left out, 1 for a new grade.
             * @example 1
             */
            weight?: number;
            /**
             * @description Why; kept in the history.
             * @example Question 4 was counted twice.
             */
            reason?: string;
            grades: components["schemas"]["BulkGradeRow"][];
        };
        /** @description What is kept of a credit card. */
        Card: {
            /** @example visa */
            brand: string;
            /** @example 1111 */
            last4: string;
        };
        Category: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Art Supplies */
            name: string;
            /** @example Paint, paper and brushes. */
            description: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        CategoryPage: {
            items: components["schemas"]["Category"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        ChangeEmailInput: {
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
        };
        ChangePasswordInput: {
            /**
             * Format: password
             * @example Sunny-Day-42
             */
            current_password: string;
            /**
             * Format: password
             * @example Rainy-Night-43
             */
            password: string;
        };
        ChatMember: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            /** @example Ada Lovelace */
            name: string;
            /** @enum {string} */
            role: "owner" | "moderator" | "member";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        ChatMemberPage: {
            items: components["schemas"]["ChatMember"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        ChatMessage: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description Its place in the room: 1, 2, 3 …, none is left out.
             * @example 42
             */
            seq: number;
            /** @example general */
            room: string;
            /**
             * @description The sender’s name, as it is now.
             * @example Ada Lovelace
             */
            sender: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            sender_id: string;
            /**
             * @description Text, never HTML. Empty when it was deleted.
             * @example Good morning
             */
            content: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            timestamp: string;
            /** @description As its sender gave it. */
            client_id: string | null;
            /** @description Those it names by `@username`. */
            mentions: string[];
            file: (components["schemas"]["SharedFile"] | null) & components["schemas"]["SharedFile"];
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            edited_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            deleted_at: string | null;
        };
        ChatMessageHistory: {
            /** @description The oldest first; what it says now is not among them. */
            items: components["schemas"]["ChatMessageVersion"][];
            count: number;
        };
        ChatMessagePage: {
            items: components["schemas"]["ChatMessage"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description What a message said before. */
        ChatMessageVersion: {
            version: number;
            content: string;
            /**
             * Format: date-time
             * @description Until when it said so.
             * @example 2026-01-31T12:00:00.000Z
             */
            replaced_at: string;
            /**
             * Format: uuid
             * @description Who edited or deleted it.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            replaced_by: string;
        };
        ChatPerson: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            /** @example Ada Lovelace */
            name: string;
        };
        ChatRoom: {
            /**
             * @description Its address: the name of a public room, else its id.
             * @example general
             */
            room: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @example public
             * @enum {string}
             */
            kind: "public" | "private" | "direct" | "classroom";
            /**
             * @description Of a direct room the other person.
             * @example Everything else
             */
            title: string;
            /**
             * @description Mine; null in a public room that I have not opened yet.
             * @enum {string|null}
             */
            role: "owner" | "moderator" | "member" | null;
            /**
             * @description Number of its newest message.
             * @example 42
             */
            last_seq: number;
            /**
             * @description Messages of others beyond my read marker.
             * @example 3
             */
            unread: number;
            /**
             * @description How many of those name me.
             * @example 1
             */
            mentions: number;
            /**
             * @description How many people are in it right now.
             * @example 2
             */
            active_users: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        ChatRoomPage: {
            items: components["schemas"]["ChatRoom"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        Classroom: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example 7b */
            name: string;
            /**
             * @description Year of school.
             * @example 7
             */
            grade_level: number;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            teacher_id: string;
            /**
             * @description null for any number.
             * @example 30
             */
            capacity: number | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        ClassroomPage: {
            items: components["schemas"]["Classroom"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description Weighted mean; everything else over the scores as they are. Two decimals, half up. */
        ClassroomReport: {
            /**
             * @description null for all terms.
             * @example Autumn 2026
             */
            term: string | null;
            /**
             * Format: date-time
             * @description null for now.
             * @example 2026-01-31T12:00:00.000Z
             */
            as_of: string | null;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            classroom_id: string;
            /** @example 7b */
            classroom_name: string;
            /** @example 240 */
            count: number;
            /** @example 81.25 */
            mean: number | null;
            /** @example 81.25 */
            median: number | null;
            /**
             * @description Of the population; null of nothing.
             * @example 81.25
             */
            stddev: number | null;
            /** @example 81.25 */
            min: number | null;
            /** @example 81.25 */
            max: number | null;
            distribution: components["schemas"]["ReportBucket"][];
            by_subject: components["schemas"]["ReportGroup"][];
            by_student: components["schemas"]["ReportGroup"][];
        };
        CloseYearInput: {
            /** @example 2026/27 */
            school_year: string;
        };
        /** @description Something said of a resource, or an answer to that. */
        Comment: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example file */
            resource_type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            resource_id: string;
            /**
             * Format: uuid
             * @description The comment that this answers.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            parent_id: string | null;
            /**
             * Format: uuid
             * @description Null for a visitor by link, an erased account and a deleted comment.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            author_id: string | null;
            /**
             * @description Of a visitor by link, as they gave it.
             * @example Ada Lovelace
             */
            author_name: string | null;
            /**
             * @description Null once it is deleted.
             * @example Is this the newest one, @[0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a]?
             */
            body: string | null;
            /**
             * @description Where in the resource it belongs; at most 4 kB.
             * @example {
             *       "page": 3
             *     }
             */
            anchor: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            edited_at: string | null;
            /**
             * Format: date-time
             * @description A deleted comment keeps its place while it has answers.
             * @example 2026-01-31T12:00:00.000Z
             */
            deleted_at: string | null;
            /**
             * Format: date-time
             * @description Of the first comment of a thread.
             * @example 2026-01-31T12:00:00.000Z
             */
            resolved_at: string | null;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            resolved_by: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        CommentPage: {
            items: components["schemas"]["Comment"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        CreateAppPasswordInput: {
            /** @example Calendar on my phone */
            name: string;
            /**
             * @description Where it counts; nowhere else.
             * @example [
             *       "dav.calendars",
             *       "dav.contacts"
             *     ]
             */
            scopes: ("dav.files" | "dav.calendars" | "dav.contacts" | "smtp")[];
        };
        CreateCategoryInput: {
            /** @example Art Supplies */
            name: string;
            /**
             * @default
             * @example Paint, paper and brushes.
             */
            description?: string;
        };
        CreateClassroomInput: {
            /** @example 7b */
            name: string;
            /**
             * @description Year of school.
             * @example 7
             */
            grade_level: number;
            /**
             * Format: uuid
             * @description An active user with the role `teacher`.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            teacher_id: string;
            /**
             * @description null for any number.
             * @example 30
             */
            capacity?: number | null;
        };
        CreateCommentInput: {
            /** @example file */
            resource_type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            resource_id: string;
            /**
             * @description `@[user_id]` mentions somebody, who learns of it if they may view the resource.
             * @example Is this the newest one, @[0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a]?
             */
            body: string;
            /**
             * Format: uuid
             * @description The first comment of a thread, which this answers.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            parent_id?: string | null;
            /**
             * @description Where in the resource it belongs; at most 4 kB.
             * @example {
             *       "page": 3
             *     }
             */
            anchor?: {
                [key: string]: unknown;
            } | null;
            /** @description Of a visitor by link, who must give one; of nobody else. */
            author_name?: string;
        };
        CreateFolderInput: {
            /** @example Invoices */
            name: string;
            /**
             * Format: uuid
             * @description The folder it lies in; the root when left out.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            parent_id?: string | null;
        };
        CreateGradeInput: {
            /**
             * Format: uuid
             * @description In the classroom now.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            classroom_id: string;
            /** @example Mathematics */
            subject: string;
            /**
             * @description At most two digits after the point; a number or its text.
             * @example 87.25
             */
            score: number;
            /**
             * @default
             * @example Well argued.
             */
            comments?: string;
            /**
             * @description What was graded, if it has a name.
             * @example Midterm
             */
            assessment?: string | null;
            /**
             * @description How often it counts in a mean.
             * @default 1
             * @example 1
             */
            weight?: number;
            /**
             * Format: uuid
             * @description The open term of today when left out.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            term_id?: string;
        };
        CreateInboundRouteInput: {
            /**
             * @description What its mails become. `webhook`: the event `mail.received`.
             * @enum {string}
             */
            target: "document" | "todo" | "crm" | "form" | "webhook";
            /**
             * Format: uuid
             * @description Of the form, the board, … that gets them.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            target_id?: string;
        };
        CreateMailDomainInput: {
            /** @example example.com */
            domain: string;
        };
        CreateMailTemplateInput: {
            /** @enum {string} */
            locale: "en" | "es";
            /**
             * @description Liquid.
             * @example Parents’ evening on {{ day }}
             */
            subject: string;
            /**
             * @description Liquid; what is put in is escaped.
             * @example <p>Dear {{ name }},</p>
             */
            html: string;
            /** @description Liquid; made from the HTML where it is left out. */
            text?: string;
            /** @example parents-evening */
            key: string;
        };
        CreateProductInput: {
            /**
             * @description Made from the id when left out.
             * @example ART-1101
             */
            sku?: string;
            /** @example Stretched canvas 20 × 30 cm */
            name: string;
            /**
             * @default
             * @example Cotton canvas on a pine frame.
             */
            description?: string;
            /**
             * @description String or number, at most the digits of the currency.
             * @example 5.99
             */
            price: string;
            /**
             * @default USD
             * @example USD
             * @enum {string}
             */
            currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SLL" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XDR" | "XOF" | "XPF" | "XSU" | "YER" | "ZAR" | "ZMW" | "ZWG" | "ZWL";
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            category_id: string;
            /**
             * @default 0
             * @example 42
             */
            stock?: number;
        };
        CreateRoomInput: {
            /**
             * @example private
             * @enum {string}
             */
            kind: "public" | "private";
            /**
             * @description Of a public room, and only of one.
             * @example chess
             */
            name?: string;
            /** @example Chess club */
            title?: string;
            /** @description Members of a private room. */
            members?: string[];
        };
        CreateServiceClientInput: {
            /** @example Library kiosk */
            name: string;
            /**
             * @description Permissions of its own tokens, of which whoever gives them has every one. None unless given.
             * @example [
             *       "read_audit"
             *     ]
             */
            scopes?: string[];
        };
        CreateServiceTokenInput: {
            /** @example Library */
            name: string;
            /**
             * @description Permissions, of which whoever makes the token has every one.
             * @example [
             *       "manage_catalog"
             *     ]
             */
            scopes: string[];
        };
        CreateShareInput: {
            /** @example file */
            resource_type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            resource_id: string;
            principal: components["schemas"]["SharePrincipalInput"];
            /** @enum {string} */
            permission: "view" | "comment" | "edit" | "manage";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            expires_at?: string | null;
            /**
             * Format: password
             * @description Of a link alone.
             */
            password?: string;
        };
        CreateSuppressionInput: {
            /**
             * Format: email
             * @example ada@example.com
             */
            address: string;
            /** @description All where it is left out. */
            category?: string;
        };
        CreateTermInput: {
            /** @example Autumn 2026 */
            name: string;
            /** @example 2026/27 */
            school_year?: string | null;
            /**
             * Format: date
             * @description First day; no day belongs to two terms.
             * @example 2026-08-31
             */
            starts_on: string;
            /**
             * Format: date
             * @description Last day.
             * @example 2026-12-18
             */
            ends_on: string;
        };
        CreateWebhookInput: {
            /**
             * Format: uri
             * @example https://shop.example.com/hooks/atrium
             */
            url: string;
            /**
             * @example [
             *       "orders.*"
             *     ]
             */
            events: string[];
        };
        DigestInput: {
            /** @enum {string} */
            frequency: "hourly" | "daily" | "weekly";
            /**
             * @description By my own clock; of `daily` and `weekly`.
             * @default 8
             */
            hour?: number;
            /**
             * @description 1 for Monday; of `weekly`.
             * @default 1
             */
            weekday?: number;
        };
        /** @description Whom to talk to, by one of the two. */
        DirectRoomInput: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id?: string;
            /** @example ada */
            username?: string;
        };
        /** @description What the DNS is to have. */
        DnsRecord: {
            /** @enum {string} */
            type: "TXT" | "MX";
            /** @example a3f1c2-rsa._domainkey.example.com */
            name: string;
            value: string;
        };
        EditMessageInput: {
            /** @example Good evening */
            content: string;
        };
        EmailTaskInput: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @example The minutes */
            subject: string;
            /**
             * @description Plain text.
             * @example Dear Ada, here they are.
             */
            body: string;
        };
        EnrollInput: {
            /**
             * Format: uuid
             * @description An active user with the role `student`.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
        };
        /** @description From when to when a student was in a classroom. */
        Enrollment: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            classroom_id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /** @example Sana Malik */
            student_name: string;
            /**
             * Format: date
             * @description First day.
             * @example 2026-01-31
             */
            enrolled_on: string;
            /**
             * Format: date
             * @description First day not enrolled any more; null while enrolled.
             * @example 2026-01-31
             */
            withdrawn_on: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        EnrollmentPage: {
            items: components["schemas"]["Enrollment"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        EvaluateInput: {
            /**
             * @description In FEEL (DMN 1.5), at most 4 kB of UTF-8.
             * @example if order.total > 100 then "large" else "small"
             */
            expression: string;
            /**
             * @description The variables by name.
             * @example {
             *       "order": {
             *         "total": 120
             *       }
             *     }
             */
            context?: {
                [key: string]: unknown;
            };
        };
        /** @description What an expression comes to. */
        Evaluation: {
            result: (string | number | boolean | unknown[] | Record<string, never>) | null;
            warnings: components["schemas"]["ExpressionWarning"][];
        };
        /** @description A durable event on its way to one consumer. */
        EventDelivery: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            event_id: string;
            /** @example orders.mail-confirmation */
            consumer: string;
            /** @example orders.placed */
            type: string;
            /** @description Of the schema of the event. */
            version: number;
            /** @description What the event is about, where its order matters. */
            subject: string | null;
            /** @enum {string} */
            state: "pending" | "delivered" | "dead";
            /** @description Failed attempts so far. */
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it is tried again, while it is pending.
             * @example 2026-01-31T12:00:00.000Z
             */
            due_at: string;
            last_error: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            delivered_at: string | null;
        };
        EventDeliveryPage: {
            items: components["schemas"]["EventDelivery"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        EventReplay: {
            /** @description Dead deliveries that are tried again; at most a thousand at a time. */
            replayed: number;
        };
        /** @description Something that made a part of the expression null. */
        ExpressionWarning: {
            /** @example no_variable_found */
            type: string;
            /** @example Variable 'total' not found */
            message: string;
            /** @description Where it begins in the source, UTF-16 units from 0. */
            from: number;
            /** @description Where it ends. */
            to: number;
        };
        File: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            owner_id: string;
            /**
             * @description Made by the server.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a.pdf
             */
            filename: string;
            /** @example invoice.pdf */
            original_filename: string;
            /**
             * @description By its content.
             * @example application/pdf
             */
            content_type: string;
            /**
             * @description Bytes.
             * @example 48213
             */
            size: number;
            /** @description SHA-256, hexadecimal. */
            checksum: string;
            /** @example documents */
            category: string;
            /**
             * @description From the first folder that I may see.
             * @example invoices/2026
             */
            folder: string | null;
            /**
             * Format: uuid
             * @description null at the root, and where I may not see the folder.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            folder_id: string | null;
            description: string | null;
            /**
             * @description damaged: its bytes are no longer those that came.
             * @enum {string}
             */
            status: "ready" | "damaged";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            upload_time: string;
        };
        FilePage: {
            items: components["schemas"]["File"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description How much room my files take, and how much there is. */
        FileUsage: {
            /**
             * @description Bytes of all my files, the trash too.
             * @example 48213
             */
            used_bytes: number;
            /**
             * @description The most they may be.
             * @example 1073741824
             */
            quota_bytes: number;
            /**
             * @description The most that one file may have.
             * @example 524288000
             */
            max_file_bytes: number;
        };
        Folder: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            owner_id: string;
            /**
             * Format: uuid
             * @description null at the root, and where I may not see the folder it lies in.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            parent_id: string | null;
            /** @example Invoices */
            name: string;
            /**
             * @description From the first folder that I may see.
             * @example Office/Invoices
             */
            path: string;
            /**
             * @description What I may do with it and all that lies in it.
             * @enum {string}
             */
            permission: "view" | "comment" | "edit" | "manage";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        FolderPage: {
            items: components["schemas"]["Folder"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        ForgotPasswordInput: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
        };
        /** @description Where rows and store disagree. */
        FsckFinding: {
            /**
             * Format: uuid
             * @description Of the file, or of bytes without one.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @enum {string} */
            kind: "missing_bytes" | "wrong_size" | "wrong_checksum" | "orphan_bytes";
            /** @example The row says 48213 bytes, the store has 48000. */
            detail: string;
        };
        FsckReport: {
            ok: boolean;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            checked_at: string;
            /** @description Rows that were looked at. */
            files: number;
            /** @description Objects of the store that were looked at. */
            objects: number;
            found: number;
            /** @description At most a thousand of them. */
            findings: components["schemas"]["FsckFinding"][];
        };
        /** @description What is behind the gateway, and how it does. */
        Gateway: {
            items: components["schemas"]["GatewayUpstream"][];
            /** @example 1 */
            count: number;
        };
        /** @description What became of the calls within five seconds, on all instances. */
        GatewaySlice: {
            /**
             * Format: date-time
             * @description Its beginning.
             * @example 2026-01-31T12:00:00.000Z
             */
            at: string;
            /**
             * @description Answers below 500.
             * @example 40
             */
            answered: number;
            /**
             * @description Answers of 500 and above, late or cut ones, no connection.
             * @example 1
             */
            failed: number;
            /**
             * @description Refused without a call.
             * @example 0
             */
            refused: number;
            /**
             * @description Tried again at another target.
             * @example 0
             */
            retried: number;
            /**
             * @description Mean time to the first byte, ms.
             * @example 12
             */
            mean_ms: number | null;
            /**
             * @description Targets that were set aside at some time in it.
             * @example 0
             */
            ill: number;
        };
        /** @description One server of an upstream. */
        GatewayTarget: {
            /**
             * @description As the configuration counts them.
             * @example 1
             */
            number: number;
            /** @example http://127.0.0.1:9001 */
            url: string;
            /**
             * @description ill: its health checks fail. open: its breaker lets no call through. half_open: one call is looking whether it is back.
             * @example well
             * @enum {string}
             */
            state: "well" | "ill" | "open" | "half_open";
            /** @example 1 */
            weight: number;
            /**
             * @description Calls under way on this instance.
             * @example 3
             */
            pending: number;
            /**
             * @description In a row, on this instance.
             * @example 0
             */
            failures: number;
            /**
             * @description Why the breaker opened.
             * @example ECONNREFUSED
             */
            reason: string | null;
            /**
             * @description Until a call may look again, seconds.
             * @example 5
             */
            retry_in_s: number | null;
            /**
             * Format: date-time
             * @description When the breaker came into this state.
             * @example 2026-01-31T12:00:00.000Z
             */
            since: string;
        };
        GatewayUpstream: {
            /** @example billing */
            name: string;
            /**
             * @description All, some or no targets can be called.
             * @example well
             * @enum {string}
             */
            state: "well" | "degraded" | "down";
            /**
             * @description The state in words.
             * @example All targets are well.
             */
            explanation: string;
            /**
             * @description `public`, `signed_in` or a permission.
             * @example signed_in
             */
            access: string;
            /**
             * @example round_robin
             * @enum {string}
             */
            balance: "round_robin" | "weighted" | "least_pending";
            targets: components["schemas"]["GatewayTarget"][];
            /** @description The last five minutes, the oldest first. */
            history: components["schemas"]["GatewaySlice"][];
        };
        Grade: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            classroom_id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            term_id: string;
            /** @example Mathematics */
            subject: string;
            /**
             * @description What was graded; a student has one grade for it.
             * @example Midterm
             */
            assessment: string | null;
            /**
             * @description Exact, at most two digits after the point.
             * @example 87.25
             */
            score: number;
            /**
             * @description How often it counts in a mean.
             * @example 1
             */
            weight: number;
            /** @example Well argued. */
            comments: string;
            /**
             * @description Of its history, from 1.
             * @example 1
             */
            version: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Since when it is so.
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        GradePage: {
            items: components["schemas"]["Grade"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A value a grade had. */
        GradeVersion: {
            /** @example 1 */
            version: number;
            /** @example Mathematics */
            subject: string;
            /** @example Midterm */
            assessment: string | null;
            /** @example 87.25 */
            score: number;
            /** @example 1 */
            weight: number;
            /** @example Well argued. */
            comments: string;
            /**
             * @description Whether this was its deletion.
             * @example false
             */
            deleted: boolean;
            /**
             * Format: uuid
             * @description Who.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            actor_id: string | null;
            /** @example Tomás Herrera */
            actor_name: string | null;
            /**
             * @description Why, in their words.
             * @example Question 4 was counted twice.
             */
            reason: string;
            /**
             * Format: date-time
             * @description From when on.
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        GradeVersionPage: {
            items: components["schemas"]["GradeVersion"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        Group: {
            /**
             * @description A UUID; `everyone`, `role:…` and `classroom:…` for groups whose members follow from a rule.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Science fair */
            name: string;
            /**
             * Format: uuid
             * @description Who made it and changes it; null for a group by rule.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            owner_id: string | null;
            /** @example 12 */
            member_count: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string | null;
        };
        GroupInput: {
            /** @example Science fair */
            name: string;
        };
        GroupMember: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            /** @example Ada Lovelace */
            full_name: string;
        };
        GroupMemberPage: {
            items: components["schemas"]["GroupMember"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        GroupPage: {
            items: components["schemas"]["Group"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A provider that logs me in. */
        Identity: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description Its name in addresses.
             * @example google
             */
            provider: string;
            /**
             * Format: email
             * @description As the provider said it last.
             * @example ada@example.com
             */
            email: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last logged me in.
             * @example 2026-01-31T12:00:00.000Z
             */
            last_used_at: string | null;
        };
        IdentityPage: {
            items: components["schemas"]["Identity"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description Somebody who vouches for people. */
        IdentityProvider: {
            /**
             * @description Its name in addresses.
             * @example google
             */
            name: string;
            /**
             * @description What a person calls it.
             * @example Google
             */
            label: string;
        };
        IdentityProviderPage: {
            items: components["schemas"]["IdentityProvider"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A mail that has come in. */
        InboundMail: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            route_id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        InboundMailAttachment: {
            filename: string;
            content_type: string;
            /** @description Bytes. */
            size: number;
        };
        InboundMailDetail: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            route_id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /** @description As the mail says, which anybody may write. */
            from: string | null;
            subject: string;
            body: string;
            attachments: components["schemas"]["InboundMailAttachment"][];
        };
        InboundMailPage: {
            items: components["schemas"]["InboundMail"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description An address whose mail goes to a module. */
        InboundRoute: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example r+k3v9…@example.com */
            address: string;
            /** @enum {string} */
            target: "document" | "todo" | "crm" | "form" | "webhook";
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            target_id: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        InboundRoutePage: {
            items: components["schemas"]["InboundRoute"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description RFC 7662 section 2.2; nothing but `active` when it is not. */
        Introspection: {
            /** @example true */
            active: boolean;
            /** @enum {string} */
            token_type?: "access_token" | "refresh_token";
            /** @description User. */
            sub?: string;
            username?: string;
            /** @description Permissions, separated by spaces. */
            scope?: string;
            /** @description Roles, separated by spaces. */
            roles?: string;
            /** @description Session. */
            sid?: string;
            /** @description End, seconds since 1970. */
            exp?: number;
            iss?: string;
            mfa_verified?: boolean;
        };
        InvariantCheck: {
            /** @example catalog.stock */
            name: string;
            /** @example true */
            ok: boolean;
            /**
             * @description How many things were looked at.
             * @example 500
             */
            checked: number;
            /** @description The first hundred. */
            violations: components["schemas"]["InvariantViolation"][];
        };
        /** @description What must hold at any time, and whether it does. */
        InvariantReport: {
            /** @example true */
            ok: boolean;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            checked_at: string;
            checks: components["schemas"]["InvariantCheck"][];
        };
        InvariantViolation: {
            /** @example product:0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a */
            subject: string;
            /** @example 5 on hand, 4 by its movements. */
            detail: string;
        };
        IssueTranscriptInput: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /**
             * Format: uuid
             * @description Only this term; else all of them.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            term_id?: string;
        };
        /** @description As it was issued, whatever has become of the grades since. */
        IssuedTranscript: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example K7M2Q-9XWRA-3D5TN-VB8HC */
            code: string;
            /** @description Where anybody may compare it. */
            url: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            issued_at: string;
            /** @description Ed25519, base64url; of code, moment and content. */
            signature: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /**
             * @description As issued; null once the account is erased.
             * @example Sana Malik
             */
            student_name: string | null;
            /**
             * @description null for all terms.
             * @example Autumn 2026
             */
            term: string | null;
            /** @example 24 */
            count: number;
            /** @example 81.25 */
            mean: number | null;
            lines: components["schemas"]["TranscriptLine"][];
            /**
             * @description SHA-256 of what it says.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            content_hash: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            issued_by: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            revoked_at: string | null;
            /** @description Why it was revoked. */
            reason: string;
        };
        IssuedTranscriptPage: {
            items: components["schemas"]["IssuedTranscript"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description For the browser that asked, within ten minutes. */
        LinkBegun: {
            /**
             * Format: uri
             * @description Where to send the browser.
             */
            url: string;
        };
        /** @description One line of a log. */
        LogLine: {
            /**
             * Format: date-time
             * @description When it was written; null where nobody knows.
             * @example 2026-01-31T12:00:00.000Z
             */
            timestamp: string | null;
            /** @example shop-1 */
            pod_name: string;
            /** @example app */
            container: string;
            /** @enum {string|null} */
            stream: "stdout" | "stderr" | null;
            /** @enum {string|null} */
            level: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | null;
            /** @description The line, secrets masked, control characters escaped. */
            text: string;
            /**
             * @description Its members where it is a JSON object.
             * @example {
             *       "msg": "ready"
             *     }
             */
            fields: {
                [key: string]: unknown;
            } | null;
        };
        /** @description E-mail address or username, and the password. */
        LoginInput: {
            /** @example ada@example.com */
            email?: string;
            /** @example ada */
            username?: string;
            /**
             * Format: password
             * @example Sunny-Day-42
             */
            password: string;
        };
        MailAttachmentInput: {
            /**
             * Format: uuid
             * @description A file that I may view; as it is when the mail is accepted.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            file_id?: string;
            /** @example report.pdf */
            filename?: string;
            /** @example application/pdf */
            content_type?: string;
            /** @description Base64, in place of `file_id`. */
            content?: string;
        };
        /** @description A domain whose mails are signed. */
        MailDomain: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            domain: string;
            /** @description The newest first. */
            keys: components["schemas"]["MailDomainKey"][];
            records: components["schemas"]["DnsRecord"][];
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        MailDomainCheck: {
            /** @enum {string} */
            check: "spf" | "dkim" | "dmarc" | "mx" | "mta_sts" | "tls_rpt";
            expected: string;
            /** @description null where there is nothing. */
            found: string | null;
            /**
             * @description unknown: the DNS gave no answer.
             * @enum {string}
             */
            verdict: "good" | "warning" | "bad" | "unknown";
            /** @description What to do, in the language of the caller; null where nothing is. */
            fix: string | null;
        };
        MailDomainKey: {
            /** @example a3f1c2-rsa */
            selector: string;
            /** @enum {string} */
            algorithm: "rsa" | "ed25519";
            /**
             * Format: date-time
             * @description Since when it signs; null while the DNS does not show it.
             * @example 2026-01-31T12:00:00.000Z
             */
            activated_at: string | null;
        };
        MailDomainPage: {
            items: components["schemas"]["MailDomain"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        MailDomainReport: {
            domain: string;
            checks: components["schemas"]["MailDomainCheck"][];
        };
        MailRecipient: {
            /** @example ada@example.com */
            to: string;
            /**
             * @description queued: to be sent. deferred: refused for now, tried again. sent: taken by the mail server. delivered: it has told so. bounced: there is no such mailbox, or it takes nothing. failed: refused for another reason, or out of date. suppressed: the address gets no mail. cancelled: by its sender.
             * @enum {string}
             */
            status: "queued" | "deferred" | "sent" | "delivered" | "bounced" | "failed" | "suppressed" | "cancelled";
        };
        /** @description An address that gets no mail, or none of a category. */
        MailSuppression: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description null where nobody can read it any more.
             * @example ada@example.com
             */
            address: string | null;
            /** @description null for all. */
            category: string | null;
            /**
             * @description bounce: there is no such mailbox, or it is full. unsubscribe: its owner has asked. manual: by an administrator.
             * @enum {string}
             */
            reason: "bounce" | "unsubscribe" | "manual";
            /**
             * Format: date-time
             * @description null: for good.
             * @example 2026-01-31T12:00:00.000Z
             */
            until: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        MailSuppressionPage: {
            items: components["schemas"]["MailSuppression"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        MailTemplatePreview: {
            subject: string;
            text: string;
            html: string;
            /** @description Variables that the data does not have. */
            missing: string[];
        };
        /** @description A version of a template in one language. It never changes. */
        MailTemplateVersion: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example parents-evening */
            key: string;
            /** @enum {string} */
            locale: "en" | "es";
            version: number;
            subject: string;
            html: string;
            text: string | null;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            creator_id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last published; the one published last is sent.
             * @example 2026-01-31T12:00:00.000Z
             */
            published_at: string | null;
        };
        MailTemplateVersionInput: {
            /** @enum {string} */
            locale: "en" | "es";
            /**
             * @description Liquid.
             * @example Parents’ evening on {{ day }}
             */
            subject: string;
            /**
             * @description Liquid; what is put in is escaped.
             * @example <p>Dear {{ name }},</p>
             */
            html: string;
            /** @description Liquid; made from the HTML where it is left out. */
            text?: string;
        };
        MailTemplateVersionPage: {
            items: components["schemas"]["MailTemplateVersion"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description From the call or event that asked for a mail to the last report. */
        MailTrace: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @description The header by which a mailbox finds it. */
            message_id: string;
            /** @description Of the call or job that has asked for it. */
            request_id: string | null;
            template: string | null;
            template_version: number | null;
            /**
             * @description The rule by which it was let through.
             * @example send_mail
             */
            gate: string;
            /** @description Domains and selectors that have signed it. */
            signatures: string[];
            /** @description The earliest first. */
            steps: components["schemas"]["MailTraceStep"][];
        };
        MailTraceStep: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            at: string;
            /** @enum {string} */
            step: "accepted" | "attempt" | "report" | "suppressed" | "cancelled" | "expired";
            /** @description The recipient; null for all. */
            to: string | null;
            /**
             * @description What came of it.
             * @enum {string}
             */
            status: "queued" | "deferred" | "sent" | "delivered" | "bounced" | "failed" | "suppressed" | "cancelled";
            code: number | null;
            enhanced_status: string | null;
            reason: string | null;
            /**
             * @description null where the connection was not encrypted.
             * @example TLSv1.3
             */
            tls: string | null;
            ms: number | null;
        };
        MemberInput: {
            /**
             * @default member
             * @enum {string}
             */
            role?: "owner" | "moderator" | "member";
        };
        MfaCodeInput: {
            /**
             * Format: password
             * @description Of the authenticator app, or one of the recovery codes; blanks, dashes and case do not matter.
             * @example 287082
             */
            code: string;
        };
        MfaEnableInput: {
            /**
             * Format: password
             * @example 287082
             */
            code: string;
        };
        MfaEnabled: {
            /** @description JWT (ES256) for `Authorization: Bearer`. */
            access_token: string;
            /** @description Good once, for the next pair. */
            refresh_token: string;
            /** @enum {string} */
            token_type: "bearer";
            /**
             * @description Life of the access token, seconds.
             * @example 600
             */
            expires_in: number;
            /**
             * @description Whether the code of the second factor is still to come.
             * @example false
             */
            requires_mfa: boolean;
            /** @description Each good once, for a login without the device. Shown this once. */
            recovery_codes: string[];
        };
        /** @description What an authenticator app needs. Shown this once. */
        MfaEnrolment: {
            /**
             * @description Base32, to be typed in.
             * @example GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ
             */
            secret: string;
            /** @description otpauth URI. */
            uri: string;
            /** @description The URI as a QR code: PNG, as a data URI. */
            qr_code: string;
        };
        MoveFolderInput: {
            /**
             * Format: uuid
             * @description null for the root.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            parent_id: string | null;
        };
        /** @description With the password, which is shown this once. */
        NewAppPassword: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Calendar on my phone */
            name: string;
            /**
             * @example [
             *       "dav.calendars",
             *       "dav.contacts"
             *     ]
             */
            scopes: ("dav.files" | "dav.calendars" | "dav.contacts" | "smtp")[];
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description To the minute; null when it never was.
             * @example 2026-01-31T12:00:00.000Z
             */
            last_used_at: string | null;
            /**
             * Format: password
             * @description For HTTP Basic, with the e-mail address or the username; case, blanks and dashes do not matter.
             */
            password: string;
        };
        /** @description With its secret, which is shown this once. */
        NewServiceClient: {
            /**
             * Format: uuid
             * @description Also its client_id.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Library kiosk */
            name: string;
            /**
             * @description What tokens may do that it gets for itself.
             * @example [
             *       "read_audit"
             *     ]
             */
            scopes: string[];
            /**
             * Format: uuid
             * @description The account that these tokens act as.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /** Format: password */
            client_secret: string;
        };
        /** @description With the token, which is shown this once. */
        NewServiceToken: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Library */
            name: string;
            /**
             * @example [
             *       "manage_catalog"
             *     ]
             */
            scopes: string[];
            /**
             * Format: uuid
             * @description The account that owns what the service makes.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description To the minute; null when it never was.
             * @example 2026-01-31T12:00:00.000Z
             */
            last_used_at: string | null;
            /**
             * Format: password
             * @description For `Authorization: Bearer`, on every route.
             */
            token: string;
        };
        /** @description Something that somebody is told. */
        Notification: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @description Whom it is for.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            /**
             * Format: uuid
             * @description Who sent it; null for the application.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            sender_id: string | null;
            /** @description Number of the change that made it, or last collapsed it; null where the inbox does not show it. */
            seq: number | null;
            /** @example general */
            category: string;
            /**
             * @description A word of the sender’s, for clients.
             * @example info
             */
            type: string | null;
            /** @example Your order is on its way */
            title: string;
            /** @example Order 1042 left our house today. */
            body: string;
            /**
             * @description Where it leads: a path of ours, or an address of `ACTION_ORIGINS`.
             * @example /orders
             */
            action_url: string | null;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "critical";
            resource: (components["schemas"]["NotificationResource"] | null) & components["schemas"]["NotificationResource"];
            /** @description How many have collapsed into it. */
            count: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            read_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was made, or last collapsed.
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        /** @description What people switch on and off. */
        NotificationCategory: {
            /** @example orders.placed */
            key: string;
            /**
             * @description In the language of who asks.
             * @example An order of mine is placed.
             */
            sentence: string;
            cells: components["schemas"]["NotificationCell"][];
        };
        NotificationCategoryInput: {
            /** @example orders.placed */
            category: string;
            enabled: boolean;
        };
        NotificationCell: {
            /** @enum {string} */
            channel: "in_app" | "web_push" | "fcm" | "email" | "webhook";
            enabled: boolean;
            /**
             * @description What says so, the strongest first.
             * @enum {string}
             */
            source: "mandatory" | "cell" | "category" | "channel" | "default";
        };
        NotificationCellInput: {
            /** @example orders.placed */
            category: string;
            /** @enum {string} */
            channel: "in_app" | "web_push" | "fcm" | "email" | "webhook";
            enabled: boolean;
        };
        NotificationChannelInput: {
            /** @enum {string} */
            channel: "in_app" | "web_push" | "fcm" | "email" | "webhook";
            enabled: boolean;
        };
        NotificationDeliveries: {
            items: components["schemas"]["NotificationDelivery"][];
        };
        /** @description A notification on its way by one channel, to one device where the channel has devices. */
        NotificationDelivery: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @enum {string} */
            channel: "in_app" | "web_push" | "fcm" | "email" | "webhook";
            /**
             * Format: uuid
             * @description Of a push, while the device is registered.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            device_id: string | null;
            /** @enum {string} */
            state: "pending" | "sent" | "failed" | "skipped";
            /**
             * @description Why it is skipped, or why the last attempt failed.
             * @example http_503
             */
            reason: string | null;
            /** @description It goes with others, in one mail. */
            is_digest: boolean;
            attempts: number;
            /** @description Of the last answer. */
            response_status: number | null;
            /**
             * Format: date-time
             * @description While it is pending.
             * @example 2026-01-31T12:00:00.000Z
             */
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            last_attempt_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            sent_at: string | null;
            /**
             * Format: uuid
             * @description Of a mail: what its Message-ID begins with. A digest has one for all its notifications.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            message_id: string | null;
        };
        /** @description A browser or an app that notifications are pushed to. */
        NotificationDevice: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @enum {string} */
            channel: "web_push" | "fcm";
            /** @enum {string} */
            device_type: "browser" | "unified_push" | "android" | "ios" | "web";
            /**
             * @description Of its push service.
             * @example updates.push.services.mozilla.com
             */
            host: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last registered.
             * @example 2026-01-31T12:00:00.000Z
             */
            registered_at: string;
        };
        NotificationDevices: {
            items: components["schemas"]["NotificationDevice"][];
        };
        NotificationDigest: {
            /** @enum {string} */
            frequency: "hourly" | "daily" | "weekly";
            hour: number;
            weekday: number;
        };
        NotificationPage: {
            items: components["schemas"]["Notification"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        NotificationPreferences: {
            categories: components["schemas"]["NotificationCategory"][];
            quiet_hours: (components["schemas"]["QuietHours"] | null) & components["schemas"]["QuietHours"];
            digest: (components["schemas"]["NotificationDigest"] | null) & components["schemas"]["NotificationDigest"];
            /**
             * @description By whose clock; `PATCH /users/me` changes it.
             * @example Europe/Madrid
             */
            time_zone: string;
        };
        NotificationPreferencesInput: {
            /** @description Of a category by a channel: the strongest. */
            cells?: components["schemas"]["NotificationCellInput"][];
            /** @description Of a category by every channel. */
            categories?: components["schemas"]["NotificationCategoryInput"][];
            /** @description Of a channel for every category. */
            channels?: components["schemas"]["NotificationChannelInput"][];
            /** @description Pushes and mails wait for their end; `critical` does not. */
            quiet_hours?: (components["schemas"]["QuietHoursInput"] | null) & components["schemas"]["QuietHoursInput"];
            /** @description Mails of notifications together; null for one by one. What nobody can switch off, and `high`, goes at once. */
            digest?: (components["schemas"]["DigestInput"] | null) & components["schemas"]["DigestInput"];
        };
        /** @description What becomes of a notification by one channel, and why. */
        NotificationReason: {
            /** @enum {string} */
            channel: "in_app" | "web_push" | "fcm" | "email" | "webhook";
            /**
             * @description shown: in the inbox. off: not by this channel. waiting: until `not_before`. pending: about to be sent. sent, failed. skipped: no longer wanted when it was due.
             * @enum {string}
             */
            outcome: "shown" | "off" | "waiting" | "pending" | "sent" | "failed" | "skipped";
            /**
             * @description What has decided it.
             * @enum {string}
             */
            rule: "mandatory" | "cell" | "category" | "channel" | "default" | "no_device" | "no_webhook" | "address_unproven" | "not_configured" | "deactivated" | "resource_hidden";
            /** @description The same in a sentence, in the language of who asks. */
            because: string;
            /**
             * Format: date-time
             * @description It is not sent before.
             * @example 2026-01-31T12:00:00.000Z
             */
            not_before: string | null;
            /** @description Attempts to send it so far, to all devices. */
            attempts: number;
        };
        NotificationResource: {
            /** @example file */
            type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
        };
        NotificationResourceInput: {
            /** @example file */
            type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
        };
        NotificationWhy: {
            channels: components["schemas"]["NotificationReason"][];
        };
        /** @description RFC 6749 section 5.1; a client that asks for itself gets no refresh token. */
        OAuthToken: {
            /** @description JWT (ES256) for `Authorization: Bearer`. */
            access_token: string;
            /** @description Good once, for the next pair. */
            refresh_token?: string;
            /** @enum {string} */
            token_type: "bearer";
            /**
             * @description Life of the access token, seconds.
             * @example 600
             */
            expires_in: number;
            /**
             * @description Whether the code of the second factor is still to come.
             * @example false
             */
            requires_mfa?: boolean;
            /** @description What a client may do by it: permissions, separated by spaces. */
            scope?: string;
        };
        OpenLinkInput: {
            /** Format: password */
            password?: string;
        };
        /** @description What a link leads to. */
        OpenedLink: {
            /** @description Send it as `Link-Token`, or as `?link_token=`. */
            link_token: string;
            /**
             * @description Seconds.
             * @example 900
             */
            expires_in: number;
            /** @example file */
            resource_type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            resource_id: string;
            title: string;
            /** @enum {string} */
            permission: "view" | "comment" | "edit" | "manage";
        };
        Order: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description What people call it; `dry-run` of one that was not placed.
             * @example A-001024
             */
            number: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            items: components["schemas"]["OrderItem"][];
            /** @example 11.98 */
            total: string;
            /**
             * @description ISO 4217.
             * @example USD
             */
            currency: string;
            /**
             * @example pending
             * @enum {string}
             */
            status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
            /**
             * @description Empty once the buyer’s account is erased.
             * @example 12 Rue de la Paix
             *     75002 Paris
             */
            shipping_address: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        /** @description A line of an order, as it was sold. */
        OrderItem: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            product_id: string;
            /** @example Stretched canvas 20 × 30 cm */
            product_name: string;
            /** @example 5.99 */
            unit_price: string;
            /** @example 2 */
            quantity: number;
            /** @example 11.98 */
            subtotal: string;
        };
        OrderItemInput: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            product_id: string;
            /** @example 2 */
            quantity: number;
        };
        OrderPage: {
            items: components["schemas"]["Order"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        OrderStatusInput: {
            /**
             * @example processing
             * @enum {string}
             */
            status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
        };
        /** @description A step of an order’s history. */
        OrderStep: {
            /**
             * @description null when it was placed.
             * @enum {string|null}
             */
            from_status: "pending" | "processing" | "shipped" | "delivered" | "cancelled" | null;
            /**
             * @example pending
             * @enum {string}
             */
            to_status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
            /**
             * Format: uuid
             * @description Who.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            actor_id: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        OrderStepPage: {
            items: components["schemas"]["OrderStep"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        PlaceOrderInput: {
            items: components["schemas"]["OrderItemInput"][];
            /**
             * @example 12 Rue de la Paix
             *     75002 Paris
             */
            shipping_address: string;
        };
        /** @description A pod that has logs. */
        Pod: {
            /** @example shop-1 */
            name: string;
            /** @example default */
            namespace: string | null;
            /**
             * @example [
             *       "app"
             *     ]
             */
            containers: string[];
            /**
             * Format: date-time
             * @description When something was last written, or else when it was started.
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string | null;
        };
        /** @description The pods whose logs I may read. */
        PodList: {
            items: components["schemas"]["Pod"][];
            count: number;
            /** @description Always null: all are shown at once. */
            next_cursor: string | null;
            /**
             * @description Where they are read from.
             * @enum {string}
             */
            source: "app" | "directory" | "kubernetes";
        };
        /** @description Lines of a pod’s log, the oldest first. */
        PodLogs: {
            /** @enum {string} */
            status: "success";
            /** @example 100 lines of shop-1; there are older ones. */
            message: string;
            /** @example shop-1 */
            pod_name: string;
            /** @description With `format=text` the lines, with `format=json` a list of them. */
            logs: string | components["schemas"]["LogLine"][];
            /** @description How many lines these are. */
            lines: number;
            /** @description Whether there are older lines, or some that were not looked at. */
            truncated: boolean;
        };
        PostMessageInput: {
            /**
             * @description At most 4 KiB.
             * @example Good morning
             */
            content?: string;
            /** @description The same one twice is one message. */
            client_id?: string | null;
            /**
             * Format: uuid
             * @description A file of mine, which all in the room may then download.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            file_id?: string | null;
        };
        PreviewMailTemplateInput: {
            /** @enum {string} */
            locale: "en" | "es";
            /** @description The newest where it is left out. */
            version?: number;
            /**
             * @example {
             *       "name": "Ada"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
        };
        PreviewNotificationInput: {
            /**
             * @description Whom it is for: oneself unless given; anybody else with `send_notifications`.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id?: string;
            /** @example Your order is on its way */
            title: string;
            /** @example Order 1042 left our house today. */
            body: string;
            /**
             * @description A word of the sender’s, for clients.
             * @example info
             */
            type?: string;
            /**
             * @description Where it leads: a path of ours, or an address of `ACTION_ORIGINS`.
             * @example /orders
             */
            action_url?: string | null;
            /**
             * @description What people switch on and off; `general` unless given.
             * @example general
             */
            category?: string;
            /**
             * @description `critical` passes quiet hours and needs `send_critical`.
             * @enum {string}
             */
            priority?: "low" | "normal" | "high" | "critical";
            /** @description The same key again within 24 hours is the first notification, and 200. */
            dedupe_key?: string;
            /** @description Takes the place of an unread one with this key, and counts it. */
            collapse_key?: string;
            /** @description What it is about: who may not view it is not told. */
            resource?: (components["schemas"]["NotificationResourceInput"] | null) & components["schemas"]["NotificationResourceInput"];
            /**
             * Format: date-time
             * @description When it would be sent; now unless given.
             * @example 2026-01-31T12:00:00.000Z
             */
            at?: string;
        };
        PrintReportInput: {
            /**
             * @description A classroom’s report, the transcripts of all who are in it now, a page each, or the overview.
             * @enum {string}
             */
            report: "classroom" | "transcripts" | "overview";
            /**
             * Format: uuid
             * @description For `classroom` and `transcripts`.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            classroom_id?: string;
            /**
             * Format: uuid
             * @description Only this term.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            term_id?: string;
            /**
             * Format: date-time
             * @description As the grades were at this instant.
             * @example 2026-01-31T12:00:00.000Z
             */
            as_of?: string;
        };
        /** @description RFC 9457 problem document; an error has further members of its own. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            /** @description Stable word to tell errors apart. */
            code: string;
            request_id: string;
        } & {
            [key: string]: unknown;
        };
        Product: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example ART-1101 */
            sku: string;
            /** @example Stretched canvas 20 × 30 cm */
            name: string;
            /** @example Cotton canvas on a pine frame. */
            description: string;
            /** @example 5.99 */
            price: string;
            /**
             * @description ISO 4217.
             * @example USD
             */
            currency: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            category_id: string;
            /**
             * @description Pieces on hand.
             * @example 42
             */
            stock: number;
            /** @example true */
            in_stock: boolean;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        ProductPage: {
            items: components["schemas"]["Product"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        PublishMailTemplateInput: {
            /** @enum {string} */
            locale: "en" | "es";
            version: number;
        };
        QueueOfType: {
            /** @example email */
            type: string;
            /**
             * @description Waiting, also for their next attempt.
             * @example 3
             */
            waiting: number;
            /** @example 1 */
            running: number;
            /**
             * @description For good, and not yet swept.
             * @example 0
             */
            failed: number;
            /**
             * @description How long the oldest has waited.
             * @example 12
             */
            oldest_waiting_s: number | null;
        };
        /** @description A mail that is accepted. */
        QueuedMail: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @enum {string} */
            status: "queued";
            recipients: components["schemas"]["MailRecipient"][];
        };
        /** @description How the background tasks do. */
        Queues: {
            types: components["schemas"]["QueueOfType"][];
            /** @description Those this instance has heard of within 15 s. */
            workers: components["schemas"]["TaskWorker"][];
        };
        QuietHours: {
            /** @example 22:00 */
            start: string;
            /** @example 22:00 */
            end: string;
        };
        QuietHoursInput: {
            /**
             * @description By my own clock.
             * @example 22:00
             */
            start: string;
            /**
             * @description By my own clock; the next day where it is earlier than the start.
             * @example 07:00
             */
            end: string;
        };
        ReadInput: {
            /**
             * @description The newest message that was read; the marker never moves back.
             * @example 42
             */
            seq: number;
        };
        ReadMarker: {
            /** @example general */
            room: string;
            /** @example 42 */
            seq: number;
        };
        ReadNotifications: {
            /** @description Notifications that were unread and are read now. */
            count: number;
        };
        ReadNotificationsInput: {
            /** @description Up to this `seq`: later ones stay unread. All unless given. */
            up_to_seq?: number;
        };
        RecoveryCodes: {
            /** @description Each good once, for a login without the device. Shown this once. */
            recovery_codes: string[];
        };
        RefreshInput: {
            /** Format: password */
            refresh_token: string;
        };
        RegisterDeviceInput: {
            /**
             * Format: password
             * @description The registration token that Firebase gave the app.
             */
            fcm_token: string;
            /** @enum {string} */
            device_type: "android" | "ios" | "web";
        };
        RegisterInput: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /**
             * Format: password
             * @example Sunny-Day-42
             */
            password: string;
            /** @example Ada Lovelace */
            full_name: string;
            /** @example ada */
            username?: string;
            /**
             * @description user (default) or student.
             * @example user
             */
            role?: string;
            /**
             * @description The language of mails and pages; en unless given.
             * @example es
             * @enum {string}
             */
            locale?: "en" | "es";
            /**
             * @description By whose clock times are told; UTC unless given.
             * @example Europe/Madrid
             */
            time_zone?: string;
            /**
             * Format: password
             * @description Only brand and last four digits are kept.
             * @example 4111 1111 1111 1111
             */
            credit_card?: string;
        };
        RenameFolderInput: {
            /** @example Invoices */
            name: string;
        };
        /** @description What is left out gets its default; student, classroom and term stay. */
        ReplaceGradeInput: {
            /** @example Mathematics */
            subject: string;
            /** @example 87.25 */
            score: number;
            /**
             * @default
             * @example Well argued.
             */
            comments?: string;
            /** @example Midterm */
            assessment?: string | null;
            /**
             * @default 1
             * @example 1
             */
            weight?: number;
            /**
             * @description Why; kept in the history.
             * @example Question 4 was counted twice.
             */
            reason?: string;
        };
        ReplayInput: {
            /** @example orders.mail-confirmation */
            consumer: string;
        };
        ReplayWebhookInput: {
            /**
             * Format: date-time
             * @description Of events since then.
             * @example 2026-01-31T12:00:00.000Z
             */
            since: string;
            /**
             * @description Those alone whose last attempt failed.
             * @default false
             */
            failed_only?: boolean;
        };
        /** @description Scores from `from` up to `to`, which belongs to the next; 100 to the last. */
        ReportBucket: {
            /** @example 80 */
            from: number;
            /** @example 90 */
            to: number;
            /** @example 12 */
            count: number;
        };
        ReportColumn: {
            /** @example shipping_address */
            name: string;
            /** @example Shipping address */
            title: string;
        };
        /** @description Rows that a custom report may be made of: those its asker may see. */
        ReportDataset: {
            /** @example orders */
            name: string;
            /** @example Orders */
            title: string;
            columns: components["schemas"]["ReportColumn"][];
            /**
             * @example [
             *       "from",
             *       "to",
             *       "status"
             *     ]
             */
            filters: string[];
        };
        /** @description A subject, a student or a classroom. */
        ReportGroup: {
            /** @example Mathematics */
            name: string;
            /**
             * Format: uuid
             * @description Of the student or the classroom; null for a subject.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string | null;
            /** @example 24 */
            count: number;
            /**
             * @description Weighted; null of nothing.
             * @example 81.25
             */
            mean: number | null;
        };
        /** @description What reports can be made of. */
        ReportSources: {
            datasets: components["schemas"]["ReportDataset"][];
            /**
             * @description Of the simple and the complex report.
             * @example [
             *       "sales",
             *       "stock"
             *     ]
             */
            sections: string[];
        };
        ReportTaskInput: {
            /**
             * @description simple: the figures, CSV. complex: figures, charts and tables, PDF. custom: a table of your choice.
             * @example custom
             * @enum {string}
             */
            report_type: "simple" | "complex" | "custom";
            /**
             * @description simple and complex: `title`, `from`, `to` (days), `sections`. custom: `dataset`, `columns`, `filters`, `format` (csv, xlsx or pdf), `title`; `GET /tasks/report/sources` tells what there is.
             * @example {
             *       "dataset": "orders",
             *       "columns": [
             *         "number",
             *         "status",
             *         "total"
             *       ],
             *       "filters": {
             *         "status": "pending"
             *       },
             *       "format": "csv"
             *     }
             */
            parameters?: {
                [key: string]: unknown;
            };
            /**
             * Format: email
             * @description Who gets a link to it by mail.
             * @example ada@example.com
             */
            email?: string;
        };
        ResetPasswordInput: {
            /**
             * Format: password
             * @description From the mailed link.
             */
            token: string;
            /**
             * Format: password
             * @example Rainy-Night-43
             */
            password: string;
        };
        /** @description Something that a module keeps for its users. */
        Resource: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example file */
            type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            owner_id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            parent_id: string | null;
            /** @example invoice.pdf */
            title: string;
            /** @example /api/v1/storage/files/0192…/metadata */
            url: string;
            /**
             * @description What I may do with it.
             * @enum {string}
             */
            permission: "view" | "comment" | "edit" | "manage";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        ResourcePage: {
            items: components["schemas"]["Resource"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A right to a resource, and to all that lies in it. */
        ResourceShare: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example file */
            resource_type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            resource_id: string;
            principal: components["schemas"]["SharePrincipal"];
            /** @enum {string} */
            permission: "view" | "comment" | "edit" | "manage";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            expires_at: string | null;
            /**
             * @description Whether a link asks for a password.
             * @enum {string}
             */
            password: "none" | "set";
            /**
             * @description Of a link, when it is made and never again.
             * @example http://localhost:8000/s/…
             */
            url: string | null;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            granted_by: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        ResourceSharePage: {
            items: components["schemas"]["ResourceShare"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        RevokeTranscriptInput: {
            /** @example A grade was entered for another student. */
            reason: string;
        };
        SchoolImport: {
            /**
             * @example students
             * @enum {string}
             */
            kind: "students" | "classrooms" | "enrollments" | "grades";
            /**
             * @description Rows below the header.
             * @example 240
             */
            rows: number;
            /** @example 240 */
            created: number;
            /**
             * @description Rows that were there and had other values.
             * @example 0
             */
            updated: number;
            /** @example false */
            dry_run: boolean;
        };
        SchoolOverview: {
            /**
             * @description null for all terms.
             * @example Autumn 2026
             */
            term: string | null;
            /**
             * Format: date-time
             * @description null for now.
             * @example 2026-01-31T12:00:00.000Z
             */
            as_of: string | null;
            /** @example 240 */
            students: number;
            /** @example 10 */
            classrooms: number;
            /** @example 5200 */
            grades: number;
            /** @example 81.25 */
            mean: number | null;
            by_classroom: components["schemas"]["ReportGroup"][];
        };
        /** @description A part of a school year. */
        SchoolTerm: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Autumn 2026 */
            name: string;
            /** @example 2026/27 */
            school_year: string | null;
            /**
             * Format: date
             * @description First day.
             * @example 2026-01-31
             */
            starts_on: string;
            /**
             * Format: date
             * @description Last day.
             * @example 2026-01-31
             */
            ends_on: string;
            /**
             * Format: date-time
             * @description Since when nothing in it changes; null while it is open.
             * @example 2026-01-31T12:00:00.000Z
             */
            closed_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        SchoolTermPage: {
            items: components["schemas"]["SchoolTerm"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        SchoolYear: {
            /** @example 2026/27 */
            school_year: string;
            /** @description All of its terms, the first first. */
            terms: components["schemas"]["SchoolTerm"][];
        };
        /** @description A resource that was found. */
        SearchHit: {
            /** @example file */
            type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example report.pdf */
            title: string;
            /** @description Of its text, around the first match; empty where it has none. */
            snippet: components["schemas"]["SearchSnippetPart"][];
            /** @example /api/v1/storage/files/0192…/metadata */
            url: string;
        };
        SearchPage: {
            items: components["schemas"]["SearchHit"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A part of a text, in order. Plain text: whoever shows it on a page escapes it. */
        SearchSnippetPart: {
            /** @example annual */
            text: string;
            /** @description Whether it is a word that was looked for. */
            is_match: boolean;
        };
        SendMailInput: {
            /**
             * @description Plain addresses; at most 100 in all, doubles once.
             * @example [
             *       "ada@example.com"
             *     ]
             */
            to: string[];
            /** @description Plain addresses; at most 100 in all, doubles once. */
            cc?: string[];
            /** @description Plain addresses; at most 100 in all, doubles once. */
            bcc?: string[];
            /**
             * @description One line.
             * @example The trip on Friday
             */
            subject: string;
            /**
             * @description Plain text.
             * @example We meet at nine.
             */
            body: string;
            /** @description The same as HTML. */
            html?: string;
            /** @description At most 10, together 10 MiB as they are sent. */
            attachments?: components["schemas"]["MailAttachmentInput"][];
            /** @description Instead of my own proven address. */
            reply_to?: string;
            /**
             * Format: date-time
             * @description Not before; at most 30 days from now.
             * @example 2026-01-31T12:00:00.000Z
             */
            send_at?: string;
            /**
             * @description `transactional` where it is left out. Any other word is bulk: each recipient has a mail of their own, with a link to unsubscribe from this category. `security` is for the application alone.
             * @example transactional
             */
            category?: string;
        };
        SendNotificationInput: {
            /**
             * @description Whom it is for: oneself unless given; anybody else with `send_notifications`.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id?: string;
            /** @example Your order is on its way */
            title: string;
            /** @example Order 1042 left our house today. */
            body: string;
            /**
             * @description A word of the sender’s, for clients.
             * @example info
             */
            type?: string;
            /**
             * @description Where it leads: a path of ours, or an address of `ACTION_ORIGINS`.
             * @example /orders
             */
            action_url?: string | null;
            /**
             * @description What people switch on and off; `general` unless given.
             * @example general
             */
            category?: string;
            /**
             * @description `critical` passes quiet hours and needs `send_critical`.
             * @enum {string}
             */
            priority?: "low" | "normal" | "high" | "critical";
            /** @description The same key again within 24 hours is the first notification, and 200. */
            dedupe_key?: string;
            /** @description Takes the place of an unread one with this key, and counts it. */
            collapse_key?: string;
            /** @description What it is about: who may not view it is not told. */
            resource?: (components["schemas"]["NotificationResourceInput"] | null) & components["schemas"]["NotificationResourceInput"];
        };
        SendTemplateInput: {
            /**
             * @description Plain addresses; at most 100 in all, doubles once.
             * @example [
             *       "ada@example.com"
             *     ]
             */
            to: string[];
            /** @example welcome */
            template: string;
            /**
             * @description The variables by name.
             * @example {
             *       "name": "Ada"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /**
             * @description English where it is left out.
             * @enum {string}
             */
            locale?: "en" | "es";
            /**
             * @description `transactional` where it is left out. Any other word is bulk: each recipient has a mail of their own, with a link to unsubscribe from this category. `security` is for the application alone.
             * @example transactional
             */
            category?: string;
            /**
             * Format: date-time
             * @description Not before; at most 30 days from now.
             * @example 2026-01-31T12:00:00.000Z
             */
            send_at?: string;
        };
        /** @description A mail, and what has become of it. */
        SentMail: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description system: a letter of the application. submission: by SMTP.
             * @enum {string}
             */
            kind: "system" | "user" | "submission";
            /**
             * Format: uuid
             * @description null for a letter of the application.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            sender_id: string | null;
            /** @description null for a letter of the application. */
            subject: string | null;
            /** @example transactional */
            category: string;
            template: string | null;
            /**
             * @description Of the recipients the one that has got least far.
             * @enum {string}
             */
            status: "queued" | "deferred" | "sent" | "delivered" | "bounced" | "failed" | "suppressed" | "cancelled";
            recipients: components["schemas"]["SentMailRecipient"][];
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            send_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        SentMailAttachment: {
            filename: string;
            content_type: string;
            /** @description Bytes. */
            size: number;
        };
        /** @description A mail with its text; of a letter of the application, without. */
        SentMailDetail: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description system: a letter of the application. submission: by SMTP.
             * @enum {string}
             */
            kind: "system" | "user" | "submission";
            /**
             * Format: uuid
             * @description null for a letter of the application.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            sender_id: string | null;
            /** @description null for a letter of the application. */
            subject: string | null;
            /** @example transactional */
            category: string;
            template: string | null;
            /**
             * @description Of the recipients the one that has got least far.
             * @enum {string}
             */
            status: "queued" | "deferred" | "sent" | "delivered" | "bounced" | "failed" | "suppressed" | "cancelled";
            recipients: components["schemas"]["SentMailRecipient"][];
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            send_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            body: string | null;
            html: string | null;
            reply_to: string | null;
            attachments: components["schemas"]["SentMailAttachment"][];
        };
        SentMailPage: {
            items: components["schemas"]["SentMail"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        SentMailRecipient: {
            /**
             * @description null where nobody can read it any more.
             * @example ada@example.com
             */
            to: string | null;
            /** @enum {string} */
            field: "to" | "cc" | "bcc";
            /** @enum {string} */
            status: "queued" | "deferred" | "sent" | "delivered" | "bounced" | "failed" | "suppressed" | "cancelled";
            /**
             * Format: date-time
             * @description Since when it has this status.
             * @example 2026-01-31T12:00:00.000Z
             */
            status_at: string;
            /** @description Of the mail server on this mail. */
            attempts: number;
            /**
             * Format: date-time
             * @description While it is queued or deferred.
             * @example 2026-01-31T12:00:00.000Z
             */
            next_attempt_at: string | null;
            /** @description Of the last reply (RFC 5321). */
            code: number | null;
            /**
             * @description Of the last reply (RFC 3463).
             * @example 5.1.1
             */
            enhanced_status: string | null;
            /** @example unknown_address */
            reason: string | null;
        };
        /** @description Another service, which asks whether a token is good, and may get tokens for itself. */
        ServiceClient: {
            /**
             * Format: uuid
             * @description Also its client_id.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Library kiosk */
            name: string;
            /**
             * @description What tokens may do that it gets for itself.
             * @example [
             *       "read_audit"
             *     ]
             */
            scopes: string[];
            /**
             * Format: uuid
             * @description The account that these tokens act as.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        ServiceClientPage: {
            items: components["schemas"]["ServiceClient"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A token by which a service acts, as an account of its own. */
        ServiceToken: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example Library */
            name: string;
            /**
             * @example [
             *       "manage_catalog"
             *     ]
             */
            scopes: string[];
            /**
             * Format: uuid
             * @description The account that owns what the service makes.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description To the minute; null when it never was.
             * @example 2026-01-31T12:00:00.000Z
             */
            last_used_at: string | null;
        };
        ServiceTokenPage: {
            items: components["schemas"]["ServiceToken"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description One signed-in device. */
        Session: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description As the device names itself (User-Agent).
             * @example curl/8.5.0
             */
            device: string | null;
            /**
             * @description Where it logged in from.
             * @example 203.0.113.7
             */
            address: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description To the minute.
             * @example 2026-01-31T12:00:00.000Z
             */
            last_used_at: string;
            /**
             * Format: date-time
             * @description When it ends unless it is used, or in any case.
             * @example 2026-01-31T12:00:00.000Z
             */
            expires_at: string;
            /**
             * @description Whether it is the one that asks.
             * @example true
             */
            current: boolean;
        };
        SessionInfo: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            username: string | null;
            roles: string[];
            active: boolean;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            expires_at: string;
            mfa_verified: boolean;
        };
        SessionPage: {
            items: components["schemas"]["Session"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A link by which anybody may download one file. */
        Share: {
            /** @example http://localhost:8000/api/v1/storage/shared/… */
            url: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            expires_at: string;
        };
        ShareInput: {
            /**
             * @description Seconds the link works, at most 31 days.
             * @example 3600
             */
            expires_in: number;
            /** @description Downloads; any number when left out. */
            max_uses?: number;
        };
        SharePrincipal: {
            /** @enum {string} */
            type: "user" | "group" | "link";
            /** @example role:teacher */
            id: string | null;
            /** @example Role: teacher */
            name: string | null;
        };
        SharePrincipalInput: {
            /** @enum {string} */
            type: "user" | "group" | "link";
            /**
             * @description A user’s id or a group’s (a UUID, `everyone`, `role:…`, `classroom:…`); none for a link.
             * @example role:teacher
             */
            id?: string;
        };
        /** @description A file that is shared in a message. */
        SharedFile: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example minutes.pdf */
            name: string;
            /** @example application/pdf */
            content_type: string;
            /**
             * @description Bytes.
             * @example 12345
             */
            size: number;
        };
        /** @description The code for who has a second factor, the password for everybody else. */
        StepUpInput: {
            /**
             * Format: password
             * @description Of the authenticator app, or one of the recovery codes; blanks, dashes and case do not matter.
             * @example 287082
             */
            code?: string;
            /**
             * Format: password
             * @example Sunny-Day-42
             */
            password?: string;
        };
        StockCheck: {
            /** @example true */
            available: boolean;
            /** @example 42 */
            current_stock: number;
            /** @example 2 */
            requested: number;
        };
        StockInput: {
            /** @example 42 */
            stock: number;
        };
        /** @description One change of a stock. */
        StockMovement: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description Pieces that came; below zero, that went.
             * @example -2
             */
            delta: number;
            /**
             * @description Pieces on hand afterwards.
             * @example 40
             */
            on_hand: number;
            /**
             * @example sold
             * @enum {string}
             */
            reason: "initial" | "set" | "sold" | "returned" | "import";
            /**
             * Format: uuid
             * @description The order that sold or gave back.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            reference: string | null;
            /**
             * Format: uuid
             * @description Who; null for nobody signed in.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            actor_id: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        StockMovementPage: {
            items: components["schemas"]["StockMovement"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        Task: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            task_id: string;
            /**
             * Format: uuid
             * @description Who asked for it.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            /** @example process_data */
            type: string;
            /**
             * @example completed
             * @enum {string}
             */
            status: "pending" | "running" | "completed" | "failed" | "cancelled";
            /**
             * @description Percent; never falls.
             * @example 100
             */
            progress: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was first begun.
             * @example 2026-01-31T12:00:00.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            finished_at: string | null;
            /**
             * @description How often it has been begun since it was asked for.
             * @example 1
             */
            attempts: number;
            /**
             * @description Once completed.
             * @example {
             *       "operation": "sum",
             *       "result": 6,
             *       "items_processed": 3
             *     }
             */
            result: {
                [key: string]: unknown;
            } | null;
            /** @description Of the last attempt, where it failed. */
            error: (components["schemas"]["TaskError"] | null) & components["schemas"]["TaskError"];
        };
        /** @description Why a task, or its last attempt, failed. */
        TaskError: {
            /** @example unavailable */
            code: string;
            /** @example A part this needs does not answer just now. */
            detail: string;
        };
        TaskPage: {
            items: components["schemas"]["Task"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        TaskStarted: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            task_id: string;
            /**
             * @example pending
             * @enum {string}
             */
            status: "pending" | "running" | "completed" | "failed" | "cancelled";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        /** @description A process that runs tasks. */
        TaskWorker: {
            /**
             * Format: uuid
             * @description Made at its start.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            worker_id: string;
            /** @example atrium-7c9f:1 */
            host: string;
            /**
             * @description Tasks it runs.
             * @example 1
             */
            running: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            seen_at: string;
        };
        /** @description What a classroom is called. */
        TaughtClassroom: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example 7b */
            name: string;
        };
        /** @description A student of a teacher: by classrooms they are in now, by tutorship, or both. */
        TaughtStudent: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /** @example Sana Malik */
            full_name: string;
            classrooms: components["schemas"]["TaughtClassroom"][];
            /** @description Whether the teacher is the student’s tutor. */
            tutored: boolean;
        };
        TaughtStudentPage: {
            items: components["schemas"]["TaughtStudent"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description OAuth2 token request (RFC 6749); client fields count for client_credentials alone. */
        TokenForm: {
            /** @example password */
            grant_type?: string;
            /** @example ada@example.com */
            username?: string;
            /** Format: password */
            password?: string;
            /** Format: password */
            refresh_token?: string;
            /** @description Of client_credentials: some of the scopes of the client. */
            scope?: string;
            client_id?: string;
            /** Format: password */
            client_secret?: string;
        };
        TokenPair: {
            /** @description JWT (ES256) for `Authorization: Bearer`. */
            access_token: string;
            /** @description Good once, for the next pair. */
            refresh_token: string;
            /** @enum {string} */
            token_type: "bearer";
            /**
             * @description Life of the access token, seconds.
             * @example 600
             */
            expires_in: number;
            /**
             * @description Whether the code of the second factor is still to come.
             * @example false
             */
            requires_mfa: boolean;
        };
        TokenQuestionForm: {
            /** Format: password */
            token: string;
            /** @example access_token */
            token_type_hint?: string;
            client_id?: string;
            /** Format: password */
            client_secret?: string;
        };
        Transcript: {
            /**
             * @description null for all terms.
             * @example Autumn 2026
             */
            term: string | null;
            /**
             * Format: date-time
             * @description null for now.
             * @example 2026-01-31T12:00:00.000Z
             */
            as_of: string | null;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /** @example Sana Malik */
            student_name: string;
            /** @example 24 */
            count: number;
            /**
             * @description Weighted, over all lines; null of nothing.
             * @example 81.25
             */
            mean: number | null;
            /** @description Whether the caller sees a part alone: a teacher, of their own classrooms. */
            partial: boolean;
            /** @description By term, classroom and subject. */
            lines: components["schemas"]["TranscriptLine"][];
            /** @description null for what was not issued. */
            issue: (components["schemas"]["TranscriptIssue"] | null) & components["schemas"]["TranscriptIssue"];
        };
        /** @description The last valid issue that says just this. */
        TranscriptIssue: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example K7M2Q-9XWRA-3D5TN-VB8HC */
            code: string;
            /** @description Where anybody may compare it. */
            url: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            issued_at: string;
            /** @description Ed25519, base64url; of code, moment and content. */
            signature: string;
        };
        /** @description A subject of a student in a classroom and a term. */
        TranscriptLine: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            term_id: string;
            /** @example Autumn 2026 */
            term: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            classroom_id: string;
            /** @example 7b */
            classroom: string;
            /** @example Mathematics */
            subject: string;
            /** @example 4 */
            count: number;
            /**
             * @description Weighted.
             * @example 81.25
             */
            mean: number | null;
            /**
             * @description Mean of the class, each student counting once, in whole points: null while the term is open, of the past, and of fewer than 5 others.
             * @example 74
             */
            class_mean: number | null;
            /**
             * @description Median of the class, likewise.
             * @example 74
             */
            class_median: number | null;
        };
        /** @description What a recipient compares with the paper. */
        TranscriptProof: {
            /**
             * @description valid: signed here, and what the books say today. outdated: signed here; the books have changed since. revoked: no longer vouched for. damaged: not what was signed.
             * @example valid
             * @enum {string}
             */
            status: "valid" | "outdated" | "revoked" | "damaged";
            /** @example K7M2Q-9XWRA-3D5TN-VB8HC */
            code: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            issued_at: string;
            /**
             * @description As issued. null, like all it says, unless it is valid or outdated.
             * @example Sana Malik
             */
            student_name: string | null;
            /**
             * @description null for all terms.
             * @example Autumn 2026
             */
            term: string | null;
            /** @example 24 */
            count: number | null;
            /** @example 81.25 */
            mean: number | null;
            lines: components["schemas"]["TranscriptLine"][];
            /**
             * @description SHA-256 of what it says.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            content_hash: string;
            /** @description Ed25519, base64url; of code, `issued_at` and `content_hash`, a line each. */
            signature: string;
            /** @description Of the installation: Ed25519, base64url. */
            public_key: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            revoked_at: string | null;
        };
        TransferInput: {
            /**
             * Format: uuid
             * @description Where to.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            classroom_id: string;
        };
        TrashPage: {
            items: components["schemas"]["TrashedResource"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        TrashedResource: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /** @example file */
            type: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            owner_id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            parent_id: string | null;
            /** @example invoice.pdf */
            title: string;
            /** @example /api/v1/storage/files/0192…/metadata */
            url: string;
            /**
             * @description What I may do with it.
             * @enum {string}
             */
            permission: "view" | "comment" | "edit" | "manage";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            trashed_at: string;
            /**
             * Format: date-time
             * @description When it is deleted for ever.
             * @example 2026-01-31T12:00:00.000Z
             */
            purged_at: string;
        };
        TutorInput: {
            /**
             * Format: uuid
             * @description An active user with the role `student`.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
        };
        /** @description From when to when a teacher looks after a student, whoever’s classroom they are in. */
        Tutorship: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            teacher_id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            student_id: string;
            /**
             * Format: date
             * @description First day.
             * @example 2026-01-31
             */
            started_on: string;
            /**
             * Format: date
             * @description First day without; null while it lasts.
             * @example 2026-01-31
             */
            ended_on: string | null;
        };
        UnreadNotifications: {
            count: number;
            /** @description Number of the last change: from where a stream goes on. */
            last_seq: number;
        };
        UpdateClassroomInput: {
            /** @example 7b */
            name?: string;
            /**
             * @description Year of school.
             * @example 7
             */
            grade_level?: number;
            /**
             * Format: uuid
             * @description An active user with the role `teacher`.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            teacher_id?: string;
            /**
             * @description null for any number.
             * @example 30
             */
            capacity?: number | null;
        };
        UpdateCommentInput: {
            /** @example Is this the newest one, @[0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a]? */
            body?: string;
            /**
             * @description Where in the resource it belongs; at most 4 kB.
             * @example {
             *       "page": 3
             *     }
             */
            anchor?: {
                [key: string]: unknown;
            } | null;
        };
        UpdateFileInput: {
            folder?: string | null;
            /**
             * Format: uuid
             * @description A folder that I may edit, instead of a path of my own.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            folder_id?: string | null;
            description?: string | null;
        };
        UpdateGradeInput: {
            /** @example Mathematics */
            subject?: string;
            /** @example 87.25 */
            score?: number;
            /** @example Well argued. */
            comments?: string;
            /** @example Midterm */
            assessment?: string | null;
            /** @example 1 */
            weight?: number;
            /**
             * @description Why; kept in the history.
             * @example Question 4 was counted twice.
             */
            reason?: string;
        };
        /** @description What I may change of my account. */
        UpdateMeInput: {
            /** @example Ada Lovelace */
            full_name?: string;
            /** @example ada */
            username?: string;
            /**
             * @description The language of mails and pages.
             * @example es
             * @enum {string}
             */
            locale?: "en" | "es";
            /**
             * @description By whose clock times are told.
             * @example Europe/Madrid
             */
            time_zone?: string;
        };
        UpdateProductInput: {
            /**
             * @description Made from the id when left out.
             * @example ART-1101
             */
            sku?: string;
            /** @example Stretched canvas 20 × 30 cm */
            name?: string;
            /** @example Cotton canvas on a pine frame. */
            description?: string;
            /**
             * @description String or number, at most the digits of the currency.
             * @example 5.99
             */
            price?: string;
            /**
             * @example USD
             * @enum {string}
             */
            currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SLL" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XDR" | "XOF" | "XPF" | "XSU" | "YER" | "ZAR" | "ZMW" | "ZWG" | "ZWL";
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            category_id?: string;
            /** @example 42 */
            stock?: number;
        };
        UpdateRoomInput: {
            /** @example Chess club */
            title: string;
        };
        /** @description What is left out stays. */
        UpdateServiceClientInput: {
            /** @example Library kiosk */
            name?: string;
            /**
             * @description Permissions of its own tokens, of which whoever gives them has every one.
             * @example [
             *       "read_audit"
             *     ]
             */
            scopes?: string[];
        };
        UpdateShareInput: {
            /** @enum {string} */
            permission?: "view" | "comment" | "edit" | "manage";
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            expires_at?: string | null;
            /**
             * Format: password
             * @description Of a link alone; null takes it away. Who has opened the link asks for it again.
             */
            password?: string | null;
        };
        UpdateTermInput: {
            /** @example Autumn 2026 */
            name?: string;
            /** @example 2026/27 */
            school_year?: string | null;
            /**
             * Format: date
             * @description First day; no day belongs to two terms.
             * @example 2026-08-31
             */
            starts_on?: string;
            /**
             * Format: date
             * @description Last day.
             * @example 2026-12-18
             */
            ends_on?: string;
        };
        /** @description What an administrator may change of an account; what is left out stays. */
        UpdateUserInput: {
            /**
             * @example [
             *       "teacher"
             *     ]
             */
            roles?: string[];
            /**
             * @description Given one by one, beyond those of the roles.
             * @example [
             *       "read_audit"
             *     ]
             */
            permissions?: string[];
            is_active?: boolean;
        };
        UpdateWebhookInput: {
            /**
             * Format: uri
             * @example https://shop.example.com/hooks/atrium
             */
            url?: string;
            /**
             * @example [
             *       "orders.*"
             *     ]
             */
            events?: string[];
            /** @description Switches it off or on. What waits for it is sent once it is on. */
            is_active?: boolean;
        };
        /** @description multipart/form-data, RFC 7578. */
        UploadForm: {
            /** @example invoices/2026 */
            folder?: string;
            /**
             * Format: uuid
             * @description A folder that I may edit, instead of a path of my own.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            folder_id?: string;
            description?: string;
            /** @description images, documents or videos by what it is, unless said otherwise. */
            category?: string;
            /**
             * Format: binary
             * @description One file.
             */
            file: string;
        };
        /** @description A person with an account, without secrets. */
        User: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * @description To the account of a service nobody logs in.
             * @example person
             * @enum {string}
             */
            kind: "person" | "service";
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /**
             * @description Whether the address is proven to be theirs.
             * @example true
             */
            email_verified: boolean;
            /** @example ada */
            username: string | null;
            /** @example Ada Lovelace */
            full_name: string;
            /**
             * @example [
             *       "user"
             *     ]
             */
            roles: string[];
            /**
             * @description Given one by one, beyond those of the roles.
             * @example []
             */
            permissions: string[];
            /**
             * @description The language of mails and pages.
             * @example en
             * @enum {string}
             */
            locale: "en" | "es";
            /**
             * @description By whose clock times are told.
             * @example Europe/Madrid
             */
            time_zone: string;
            /** @example true */
            is_active: boolean;
            card: (components["schemas"]["Card"] | null) & components["schemas"]["Card"];
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        /** @description Everything kept about me. */
        UserExport: {
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            exported_at: string;
            account: components["schemas"]["User"];
            /**
             * @description What each part of the application keeps, by its name.
             * @example {
             *       "sessions": []
             *     }
             */
            sections: {
                [key: string]: unknown;
            };
        };
        UserPage: {
            items: components["schemas"]["User"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description What another service learns of the bearer of a token. */
        Validation: {
            success: boolean;
            authorized: boolean;
            /**
             * @description Whether a person acts, or a service.
             * @example person
             * @enum {string}
             */
            kind: "person" | "service";
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            user_id: string;
            username: string | null;
            roles: string[];
            permissions: string[];
            session: components["schemas"]["SessionInfo"];
        };
        ValidationProblem: {
            errors?: {
                field: string;
                code: string;
                message: string;
            }[];
        } & components["schemas"]["Problem"];
        VapidPublicKey: {
            /** @description The `applicationServerKey` of subscriptions, base64url. */
            public_key: string;
        };
        VerifyEmailInput: {
            /**
             * Format: password
             * @description From the mailed link.
             */
            token: string;
        };
        /** @description An address that is told of events. */
        Webhook: {
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            id: string;
            /**
             * Format: uuid
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            owner_id: string;
            /** @example https://shop.example.com/hooks/atrium */
            url: string;
            /**
             * @example [
             *       "orders.*"
             *     ]
             */
            events: string[];
            /**
             * @description What deliveries are signed with; when it is made, and never again.
             * @example whsec_…
             */
            secret: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before signs too.
             * @example 2026-01-31T12:00:00.000Z
             */
            previous_until: string | null;
            is_active: boolean;
            /**
             * @description Why it is off.
             * @enum {string|null}
             */
            disabled_reason: "switched_off" | "gone" | "failing" | null;
            /** @description Attempts that have failed since one succeeded. */
            failures: number;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            failing_since: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            updated_at: string;
        };
        /** @description An event on its way to a webhook. */
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description The `webhook-id` of every attempt.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            event_id: string;
            /** @example orders.placed */
            type: string;
            /**
             * @description pending: to be sent. delivered: answered by 2xx. failed: given up. skipped: its owner may not see it.
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed" | "skipped";
            attempts: number;
            /**
             * Format: date-time
             * @description While it is pending.
             * @example 2026-01-31T12:00:00.000Z
             */
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            last_attempt_at: string | null;
            /** @description Of the last answer. */
            response_status: number | null;
            /**
             * @description Why the last attempt failed.
             * @example http_500
             */
            error: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T12:00:00.000Z
             */
            delivered_at: string | null;
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-01-31T12:00:00.000Z
             */
            created_at: string;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            /**
             * @description Items on this page.
             * @example 1
             */
            count: number;
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        WebhookReplay: {
            /** @description Deliveries that are sent again, the oldest event first. */
            count: number;
        };
        WebhookTest: {
            /**
             * Format: uuid
             * @description Of the event `webhooks.test` that is sent.
             * @example 0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a
             */
            event_id: string;
        };
        WsTicket: {
            /** @description Good once. */
            ticket: string;
            /**
             * @description Seconds.
             * @example 30
             */
            expires_in: number;
        };
    };
    responses: {
        /** @description Malformed request, or Malformed json, or Malformed idempotency key. */
        "400_malformed_idempotency_key-malformed_json-malformed_request": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Malformed request, or Malformed idempotency key. */
        "400_malformed_idempotency_key-malformed_request": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Malformed request, or Malformed json. */
        "400_malformed_json-malformed_request": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Malformed request. */
        "400_malformed_request": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Invalid credentials. */
        "401_invalid_credentials": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unauthenticated, or Invalid mfa code. */
        "401_invalid_mfa_code-unauthenticated": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Invalid one time token. */
        "401_invalid_one_time_token": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Invalid refresh token. */
        "401_invalid_refresh_token": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unauthenticated. */
        "401_unauthenticated": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid, or Comment not own. */
        "403_comment_not_own-csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid, or Comment not own, or Permission missing. */
        "403_comment_not_own-csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid, or Fresh factor required. */
        "403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid, or Fresh factor required, or Wrong current password. */
        "403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required-wrong_current_password": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid, or Mail not allowed. */
        "403_csrf_token_invalid-forbidden-mail_not_allowed-mfa_enrolment_required-mfa_required": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid. */
        "403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid, or Permission missing. */
        "403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid, or Share exceeds own. */
        "403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-share_exceeds_own": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required, or Csrf token invalid, or Wrong current password. */
        "403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-wrong_current_password": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden, or Mfa required, or Mfa enrolment required. */
        "403_forbidden-mfa_enrolment_required-mfa_required": {
            headers: {
                /** @description true with `mfa_required`. */
                "X-MFA-Required"?: "true";
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Inactive user. */
        "403_inactive_user": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Link password. */
        "403_link_password": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Role not allowed. */
        "403_role_not_allowed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description App password not found. */
        "404_app_password_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Category not found. */
        "404_category_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Product not found, or Category not found. */
        "404_category_not_found-product_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Classroom not found. */
        "404_classroom_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Classroom not found, or Enrollment not found. */
        "404_classroom_not_found-enrollment_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Classroom not found, or Term not found. */
        "404_classroom_not_found-term_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Comment not found. */
        "404_comment_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Resource not found, or Comment not found. */
        "404_comment_not_found-resource_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Pod not found, or Container not found, or No previous log. */
        "404_container_not_found-no_previous_log-pod_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Delivery not found. */
        "404_delivery_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Device not found. */
        "404_device_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description File not found. */
        "404_file_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description File not found, or Folder not found. */
        "404_file_not_found-folder_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Room not found, or Message not found, or File not found. */
        "404_file_not_found-message_not_found-room_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Room not found, or File not found. */
        "404_file_not_found-room_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Share not found, or File not found. */
        "404_file_not_found-share_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Folder not found. */
        "404_folder_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Grade not found. */
        "404_grade_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Group not found. */
        "404_group_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Resource not found, or Group not found, or User not found. */
        "404_group_not_found-resource_not_found-user_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Group not found, or User not found. */
        "404_group_not_found-user_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Identity not found. */
        "404_identity_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Identity provider not found. */
        "404_identity_provider_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Inbound mail not found. */
        "404_inbound_mail_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Inbound route not found. */
        "404_inbound_route_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Link not found. */
        "404_link_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Mail domain not found. */
        "404_mail_domain_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Mail not found. */
        "404_mail_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Room not found, or Member not found. */
        "404_member_not_found-room_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Room not found, or Message not found. */
        "404_message_not_found-room_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Module not found. */
        "404_module_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Notification not found. */
        "404_notification_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Order not found. */
        "404_order_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Product not found. */
        "404_product_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Resource not found. */
        "404_resource_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Room not found. */
        "404_room_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Room not found, or User not found. */
        "404_room_not_found-user_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description School year not found. */
        "404_school_year_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Service client not found. */
        "404_service_client_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Service token not found. */
        "404_service_token_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Session not found. */
        "404_session_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sharing share not found. */
        "404_sharing_share_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Student not found, or Term not found. */
        "404_student_not_found-term_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Suppression not found. */
        "404_suppression_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Task not found. */
        "404_task_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Teacher not found. */
        "404_teacher_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Template not found. */
        "404_template_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Term not found. */
        "404_term_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Transcript not found. */
        "404_transcript_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Tutorship not found. */
        "404_tutorship_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unsubscribe link invalid. */
        "404_unsubscribe_link_invalid": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Upload not found. */
        "404_upload_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Upstream not found. */
        "404_upstream_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description User not found. */
        "404_user_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Webhook not found. */
        "404_webhook_not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Method not allowed. */
        "405_method_not_allowed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not acceptable. */
        "406_not_acceptable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Already enrolled, or Classroom full, or Term closed. */
        "409_already_enrolled-classroom_full-in_progress-term_closed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Email taken, or Username taken, or Already graded, or Term closed. */
        "409_already_graded-email_taken-in_progress-term_closed-username_taken": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Student not enrolled, or No open term, or Term closed, or Already graded. */
        "409_already_graded-in_progress-no_open_term-student_not_enrolled-term_closed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Student not enrolled, or Term closed, or Already graded. */
        "409_already_graded-in_progress-student_not_enrolled-term_closed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Already tutored. */
        "409_already_tutored-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Classroom name taken, or Capacity too small. */
        "409_capacity_too_small-classroom_name_taken-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Category name taken. */
        "409_category_name_taken-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Category not empty. */
        "409_category_not_empty-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Classroom name taken. */
        "409_classroom_name_taken-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Classroom not empty. */
        "409_classroom_not_empty-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Comment is answer. */
        "409_comment_is_answer-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Delivery not dead. */
        "409_delivery_not_dead-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Domain not ready. */
        "409_domain_not_ready-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Email taken. */
        "409_email_taken-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Email taken, or Username taken. */
        "409_email_taken-in_progress-username_taken": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Folder exists, or Folder cycle. */
        "409_folder_cycle-folder_exists-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Folder exists. */
        "409_folder_exists-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Group by rule, or Group name taken. */
        "409_group_by_rule-group_name_taken-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Group by rule. */
        "409_group_by_rule-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Group name taken. */
        "409_group_name_taken-in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress. */
        "409_in_progress": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Insufficient stock. */
        "409_in_progress-insufficient_stock": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Invalid transition. */
        "409_in_progress-invalid_transition": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Last admin. */
        "409_in_progress-last_admin": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Last login method. */
        "409_in_progress-last_login_method": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Members fixed, or Last owner. */
        "409_in_progress-last_owner-members_fixed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Members fixed, or Room full, or Last owner. */
        "409_in_progress-last_owner-members_fixed-room_full": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Mail domain taken. */
        "409_in_progress-mail_domain_taken": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Mail started. */
        "409_in_progress-mail_started": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Mfa already enabled. */
        "409_in_progress-mfa_already_enabled": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Mfa already enabled, or Mfa not enrolled. */
        "409_in_progress-mfa_already_enabled-mfa_not_enrolled": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Mfa not enabled. */
        "409_in_progress-mfa_not_enabled": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Mfa not enabled, or Mfa required for role. */
        "409_in_progress-mfa_not_enabled-mfa_required_for_role": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Mfa not enabled, or No factor. */
        "409_in_progress-mfa_not_enabled-no_factor": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or No open term, or Term closed. */
        "409_in_progress-no_open_term-term_closed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Room name taken. */
        "409_in_progress-room_name_taken": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Share with owner. */
        "409_in_progress-share_with_owner": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Sku taken. */
        "409_in_progress-sku_taken": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Student not enrolled, or Term closed. */
        "409_in_progress-student_not_enrolled-term_closed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Task finished. */
        "409_in_progress-task_finished": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Task not retryable. */
        "409_in_progress-task_not_retryable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Template taken. */
        "409_in_progress-template_taken": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Term closed. */
        "409_in_progress-term_closed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Term closed, or Term name taken, or Terms overlap. */
        "409_in_progress-term_closed-term_name_taken-terms_overlap": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Term name taken, or Terms overlap. */
        "409_in_progress-term_name_taken-terms_overlap": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Term open. */
        "409_in_progress-term_open": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Too many inbound routes. */
        "409_in_progress-too_many_inbound_routes": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Too many webhooks. */
        "409_in_progress-too_many_webhooks": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Transcript revoked. */
        "409_in_progress-transcript_revoked": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Username taken. */
        "409_in_progress-username_taken": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In progress, or Webhook off. */
        "409_in_progress-webhook_off": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Upload offset mismatch. */
        "409_upload_offset_mismatch": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Precondition failed. */
        "412_precondition_failed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Tus version unsupported. */
        "412_tus_version_unsupported": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Body too large, or Attachments too large. */
        "413_attachments_too_large-body_too_large": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Body too large. */
        "413_body_too_large": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Body too large, or File too large. */
        "413_body_too_large-file_too_large": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Body too large, or Message too long. */
        "413_body_too_large-message_too_long": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description File too large. */
        "413_file_too_large": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description File type refused. */
        "415_file_type_refused": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unsupported media type, or File type refused. */
        "415_file_type_refused-unsupported_media_type": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unsupported media type. */
        "415_unsupported_media_type": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Range not satisfiable. */
        "416_range_not_satisfiable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Validation, or Idempotency key reused, or Expression invalid, or Expression limit. */
        "422_expression_invalid-expression_limit-idempotency_key_reused-validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Validation, or Idempotency key reused, or Folder too deep. */
        "422_folder_too_deep-idempotency_key_reused-validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Idempotency key reused. */
        "422_idempotency_key_reused": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Validation, or Idempotency key reused, or Import refused. */
        "422_idempotency_key_reused-import_refused-validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Validation, or Idempotency key reused, or Link too strong. */
        "422_idempotency_key_reused-link_too_strong-validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Validation, or Idempotency key reused, or Mixed currencies, or Order too large. */
        "422_idempotency_key_reused-mixed_currencies-order_too_large-validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Validation, or Idempotency key reused, or Template data. */
        "422_idempotency_key_reused-template_data-validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Validation, or Idempotency key reused, or Template invalid. */
        "422_idempotency_key_reused-template_invalid-validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Validation, or Idempotency key reused. */
        "422_idempotency_key_reused-validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Validation. */
        "422_validation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description Upload locked. */
        "423_upload_locked": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Mfa rate limited, or Login slowed, or Rate limited. */
        "429_login_slowed-mfa_rate_limited-rate_limited": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Login slowed, or Rate limited. */
        "429_login_slowed-rate_limited": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Mail quota, or Rate limited. */
        "429_mail_quota-rate_limited": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Mfa rate limited, or Rate limited. */
        "429_mfa_rate_limited-rate_limited": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Rate limited. */
        "429_rate_limited": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many rooms, or Rate limited. */
        "429_rate_limited-too_many_rooms": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Upload checksum mismatch. */
        "460_upload_checksum_mismatch": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description File damaged, or Internal. */
        "500_file_damaged-internal": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Internal. */
        "500_internal": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad gateway. */
        "502_bad_gateway": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Logs source failed. */
        "502_logs_source_failed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Identity provider unavailable, or Unavailable. */
        "503_identity_provider_unavailable-unavailable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Module unhealthy, or Unavailable. */
        "503_module_unhealthy-unavailable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unavailable. */
        "503_unavailable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Upstream unavailable, or Unavailable. */
        "503_unavailable-upstream_unavailable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Gateway timeout. */
        "504_gateway_timeout": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Quota exceeded. */
        "507_quota_exceeded": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Quota exceeded, or Storage full. */
        "507_quota_exceeded-storage_full": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Storage full. */
        "507_storage_full": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The same key, caller and input give the first answer again, for 24 hours. */
        "Idempotency-Key": string;
        /** @description ETag of the representation the caller has. */
        "If-None-Match": string;
    };
    requestBodies: never;
    headers: {
        /** @description Of this request, also in the logs. */
        "X-Request-Id": string;
        /** @description Requests in a window. */
        "RateLimit-Limit": number;
        /** @description Requests left. */
        "RateLimit-Remaining": number;
        /** @description Seconds until some are free again. */
        "RateLimit-Reset": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    jwks_jwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            kty: string;
                            crv: string;
                            x: string;
                            y: string;
                            kid: string;
                            alg: string;
                            use: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["400_malformed_request"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    activity_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Id of a resource. */
                resource?: string;
                /** @description Id of who did it. */
                actor_id?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    events_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                state?: "pending" | "delivered" | "dead";
                consumer?: string;
                type?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDeliveryPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    events_replayAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReplay"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    events_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDelivery"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_delivery_not_found"];
            409: components["responses"]["409_delivery_not_dead-in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    filesAdmin_check: {
        parameters: {
            query?: {
                /** @description Also reads every byte. */
                checksums?: boolean;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FsckReport"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    invariants_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvariantReport"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    queues_overview: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queues"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                actor_id?: string;
                action?: string;
                outcome?: "success" | "failure";
                target?: string;
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                until?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    appPasswords_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppPasswordPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    appPasswords_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAppPasswordInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAppPassword"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    appPasswords_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_app_password_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    browser_login: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrowserSession"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_credentials"];
            403: components["responses"]["403_inactive_user"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_login_slowed-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    browser_enable: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaEnableInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrowserMfaEnabled"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_mfa_code-unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-mfa_already_enabled-mfa_not_enrolled"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_mfa_rate_limited-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    browser_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaCodeInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrowserSession"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_mfa_code-unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-mfa_not_enabled"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_mfa_rate_limited-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceClients_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceClientPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceClients_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateServiceClientInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewServiceClient"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceClients_revokeClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_service_client_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceClients_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateServiceClientInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceClient"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_service_client_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    recovery_askEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmailInput"];
            };
        };
        responses: {
            /** @description Done; no body. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    recovery_confirmEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailInput"];
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_one_time_token"];
            409: components["responses"]["409_email_taken-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    recovery_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailInput"];
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_one_time_token"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    recovery_resend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    oidc_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    oidc_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_identity_not_found"];
            409: components["responses"]["409_in_progress-last_login_method"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceClients_introspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenQuestionForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introspection"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            /** @description No service has these credentials. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        error: "invalid_request" | "unsupported_grant_type" | "invalid_grant" | "invalid_client" | "invalid_scope";
                        error_description?: string;
                    };
                };
            };
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_login: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_credentials"];
            403: components["responses"]["403_inactive_user"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_login_slowed-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_logout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_logoutAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_me: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    mfa_disable: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaCodeInput"];
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_mfa_code-unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-mfa_not_enabled-mfa_required_for_role"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_mfa_rate_limited-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    mfa_enable: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaEnableInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MfaEnabled"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_mfa_code-unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-mfa_already_enabled-mfa_not_enrolled"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_mfa_rate_limited-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    mfa_enroll: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MfaEnrolment"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-mfa_already_enabled"];
            422: components["responses"]["422_idempotency_key_reused"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    mfa_renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-mfa_not_enabled"];
            422: components["responses"]["422_idempotency_key_reused"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    mfa_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaCodeInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_mfa_code-unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-mfa_not_enabled"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_mfa_rate_limited-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    oidc_providers: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    oidc_begin: {
        parameters: {
            query?: {
                /** @description Where to go afterwards: a path here, anything else counts as /account. */
                next?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_identity_provider_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_identity_provider_unavailable-unavailable"];
        };
    };
    oidc_end: {
        parameters: {
            query?: {
                error?: string;
                code?: string;
                state?: string;
            };
            header: {
                cookie: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_identity_provider_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    oidc_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkBegun"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_identity_provider_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_identity_provider_unavailable-unavailable"];
        };
    };
    recovery_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordInput"];
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required-wrong_current_password"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_login_slowed-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    recovery_forgot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordInput"];
            };
        };
        responses: {
            /** @description Done; no body. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    recovery_reset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordInput"];
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_one_time_token"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_refresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_refresh_token"];
            403: components["responses"]["403_inactive_user"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            403: components["responses"]["403_role_not_allowed"];
            409: components["responses"]["409_email_taken-in_progress-username_taken"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceClients_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenQuestionForm"];
            };
        };
        responses: {
            /** @description Done; no body. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            /** @description No service has these credentials. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        error: "invalid_request" | "unsupported_grant_type" | "invalid_grant" | "invalid_client" | "invalid_scope";
                        error_description?: string;
                    };
                };
            };
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceTokens_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceTokenPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceTokens_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateServiceTokenInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewServiceToken"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    serviceTokens_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_service_token_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    sessions_current: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    sessions_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    sessions_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_session_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_stepUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpInput"];
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_invalid_mfa_code-unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-wrong_current_password"];
            409: components["responses"]["409_in_progress-mfa_not_enabled-no_factor"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_login_slowed-mfa_rate_limited-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthToken"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            /** @description No service has these credentials. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        error: "invalid_request" | "unsupported_grant_type" | "invalid_grant" | "invalid_client" | "invalid_scope";
                        error_description?: string;
                    };
                };
            };
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_login_slowed-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    auth_validate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    sessions_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WsTicket"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    cache_clear: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    categories_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    categories_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCategoryInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_category_name_taken-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    categories_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_category_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    categories_replace: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCategoryInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_category_not_found"];
            409: components["responses"]["409_category_name_taken-in_progress"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    categories_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_category_not_found"];
            409: components["responses"]["409_category_not_empty-in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_direct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectRoomInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRoom"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_user_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited-too_many_rooms"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatMessages_search: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Words that all occur; case and accents do not matter. */
                q?: string;
                /** @description Only in this room. */
                room?: string;
                /** @description true: only messages that name me. */
                mentioned?: boolean;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessagePage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description true: only rooms that I belong to. */
                mine?: boolean;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRoomPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRoomInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRoom"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-room_name_taken"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited-too_many_rooms"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_byAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRoom"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRoomInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRoom"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_listMembers: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMemberPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_putMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                user_id: string;
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMember"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found-user_not_found"];
            409: components["responses"]["409_in_progress-last_owner-members_fixed-room_full"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                user_id: string;
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_member_not_found-room_not_found"];
            409: components["responses"]["409_in_progress-last_owner-members_fixed"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatMessages_page: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only messages before this number. */
                before?: number;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessagePage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatMessages_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostMessageInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessage"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_file_not_found-room_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large-message_too_long"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatMessages_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_message_not_found-room_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatMessages_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMessageInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessage"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_message_not_found-room_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large-message_too_long"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatMessages_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description bytes=0-99, RFC 9110. */
                Range?: string;
                /** @description ETag or time. */
                "If-Range"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description One range, or several as multipart/byteranges. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_file_not_found-message_not_found-room_not_found"];
            412: components["responses"]["412_precondition_failed"];
            416: components["responses"]["416_range_not_satisfiable"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_file_damaged-internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatMessages_history: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessageHistory"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_message_not_found-room_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadMarker"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    chatRooms_active: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveUsers"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_room_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    classrooms_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only of this teacher. */
                teacher_id?: string;
                /** @description Only of this year of school. */
                grade_level?: number;
                /** @description Part of the name. */
                q?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    classrooms_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateClassroomInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Classroom"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_classroom_name_taken-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    classrooms_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Classroom"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    classrooms_replace: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateClassroomInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Classroom"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found"];
            409: components["responses"]["409_capacity_too_small-classroom_name_taken-in_progress"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    classrooms_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found"];
            409: components["responses"]["409_classroom_not_empty-in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    classrooms_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateClassroomInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Classroom"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found"];
            409: components["responses"]["409_capacity_too_small-classroom_name_taken-in_progress"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    enrollments_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only those enrolled now, or only those withdrawn. */
                active?: boolean;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    enrollments_enroll: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrollInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found"];
            409: components["responses"]["409_already_enrolled-classroom_full-in_progress-term_closed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    enrollments_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
                student_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found-enrollment_not_found"];
            409: components["responses"]["409_in_progress-term_closed"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    enrollments_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
                student_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found-enrollment_not_found"];
            409: components["responses"]["409_already_enrolled-classroom_full-in_progress-term_closed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    grades_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkGradesInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkGrades"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found-term_not_found"];
            409: components["responses"]["409_in_progress-no_open_term-term_closed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    comments_list: {
        parameters: {
            query: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                resource_type: string;
                resource_id: string;
            };
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_resource_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    comments_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCommentInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_comment_not_found-resource_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    comments_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_comment_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    comments_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_comment_not_own-csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_comment_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    comments_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCommentInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_comment_not_own-csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_comment_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    comments_resolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_comment_not_found"];
            409: components["responses"]["409_comment_is_answer-in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    comments_reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_comment_not_found"];
            409: components["responses"]["409_comment_is_answer-in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    expressions_evaluate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluateInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_expression_invalid-expression_limit-idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    folders_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description The folder they lie in; all that I may see when left out. */
                parent_id?: string;
            };
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_folder_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    folders_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFolderInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_folder_not_found"];
            409: components["responses"]["409_folder_exists-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_folder_too_deep-idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    folders_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_folder_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    folders_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_folder_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    folders_rename: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameFolderInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_folder_not_found"];
            409: components["responses"]["409_folder_exists-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    folders_children: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_folder_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    folders_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveFolderInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_folder_not_found"];
            409: components["responses"]["409_folder_cycle-folder_exists-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_folder_too_deep-idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    gateway_state: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    gateway_pass_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Name of a service behind the gateway. */
                service: string;
                /** @description What is asked of it: may have slashes, and a query; none of it may lead upwards. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upstream_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_bad_gateway"];
            503: components["responses"]["503_unavailable-upstream_unavailable"];
            504: components["responses"]["504_gateway_timeout"];
            /** @description The answer of the service, whatever its status. */
            default: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    gateway_pass_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a service behind the gateway. */
                service: string;
                /** @description What is asked of it: may have slashes, and a query; none of it may lead upwards. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description The answer of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["400_malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upstream_not_found"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_bad_gateway"];
            503: components["responses"]["503_unavailable-upstream_unavailable"];
            504: components["responses"]["504_gateway_timeout"];
            /** @description The answer of the service, whatever its status. */
            default: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    gateway_pass_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a service behind the gateway. */
                service: string;
                /** @description What is asked of it: may have slashes, and a query; none of it may lead upwards. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description The answer of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["400_malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upstream_not_found"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_bad_gateway"];
            503: components["responses"]["503_unavailable-upstream_unavailable"];
            504: components["responses"]["504_gateway_timeout"];
            /** @description The answer of the service, whatever its status. */
            default: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    gateway_pass_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a service behind the gateway. */
                service: string;
                /** @description What is asked of it: may have slashes, and a query; none of it may lead upwards. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description The answer of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["400_malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upstream_not_found"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_bad_gateway"];
            503: components["responses"]["503_unavailable-upstream_unavailable"];
            504: components["responses"]["504_gateway_timeout"];
            /** @description The answer of the service, whatever its status. */
            default: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    gateway_pass_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a service behind the gateway. */
                service: string;
                /** @description What is asked of it: may have slashes, and a query; none of it may lead upwards. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upstream_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_bad_gateway"];
            503: components["responses"]["503_unavailable-upstream_unavailable"];
            504: components["responses"]["504_gateway_timeout"];
            /** @description The answer of the service, whatever its status. */
            default: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    gateway_pass_head: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a service behind the gateway. */
                service: string;
                /** @description What is asked of it: may have slashes, and a query; none of it may lead upwards. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upstream_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_bad_gateway"];
            503: components["responses"]["503_unavailable-upstream_unavailable"];
            504: components["responses"]["504_gateway_timeout"];
            /** @description The answer of the service, whatever its status. */
            default: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    gateway_pass_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a service behind the gateway. */
                service: string;
                /** @description What is asked of it: may have slashes, and a query; none of it may lead upwards. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description The answer of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["400_malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upstream_not_found"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_bad_gateway"];
            503: components["responses"]["503_unavailable-upstream_unavailable"];
            504: components["responses"]["504_gateway_timeout"];
            /** @description The answer of the service, whatever its status. */
            default: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    grades_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only of this student. */
                student_id?: string;
                /** @description Only of this classroom. */
                classroom_id?: string;
                /** @description Only of this term. */
                term_id?: string;
                /** @description Only of this subject. */
                subject?: string;
                /** @description As the grades were at this instant. */
                as_of?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradePage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    grades_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGradeInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grade"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found-term_not_found"];
            409: components["responses"]["409_already_graded-in_progress-no_open_term-student_not_enrolled-term_closed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    grades_byId: {
        parameters: {
            query?: {
                /** @description As the grades were at this instant. */
                as_of?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grade"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_grade_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    grades_replace: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceGradeInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grade"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_grade_not_found"];
            409: components["responses"]["409_already_graded-in_progress-student_not_enrolled-term_closed"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    grades_remove: {
        parameters: {
            query?: {
                /** @description Why; kept in the history. */
                reason?: string;
            };
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_grade_not_found"];
            409: components["responses"]["409_in_progress-student_not_enrolled-term_closed"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    grades_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateGradeInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grade"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_grade_not_found"];
            409: components["responses"]["409_already_graded-in_progress-student_not_enrolled-term_closed"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    grades_history: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradeVersionPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_grade_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    groups_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Part of the name. */
                q?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    groups_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_group_name_taken-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    groups_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_group_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    groups_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_group_not_found"];
            409: components["responses"]["409_group_by_rule-in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    groups_rename: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_group_not_found"];
            409: components["responses"]["409_group_by_rule-group_name_taken-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    groups_members: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMemberPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_group_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    groups_addMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_group_not_found-user_not_found"];
            409: components["responses"]["409_group_by_rule-in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    groups_removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_group_not_found-user_not_found"];
            409: components["responses"]["409_group_by_rule-in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    links_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenLinkInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedLink"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            403: components["responses"]["403_link_password"];
            404: components["responses"]["404_link_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    logs_pods: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodList"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_logs_source_failed"];
            503: components["responses"]["503_unavailable"];
        };
    };
    logs_read: {
        parameters: {
            query?: {
                /** @description From then on. */
                since?: string;
                /** @description Before then. */
                until?: string;
                /** @description Of this container alone; of several, all are shown, by time. */
                container?: string;
                /** @description The log before the last restart of the container. */
                previous?: boolean;
                /** @description Words that the line has, in small or capital letters. */
                q?: string;
                /** @description `q` is a regular expression (RE2: no look-around, no back-references). */
                regex?: boolean;
                /** @description This level or a graver one; a line that says none counts as `info`. */
                level?: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
                /** @description Members that a line of JSON has, as `status=500` or `err.code=EPIPE`; all of them. */
                field?: string[];
                /** @description Up to nine other pods, whose lines are merged in by time. */
                also?: string;
                /** @description So many of the newest lines. */
                tail?: number;
                /** @description `logs` as a text of lines, or as a list of lines with time, level and members. */
                format?: "json" | "text";
                /** @description Answers with server-sent events: these lines, then every new one. `Last-Event-ID` goes on after that line. */
                follow?: boolean;
            };
            header?: {
                /** @description The last event that was received. */
                "Last-Event-ID"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                pod_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodLogs"];
                    "text/event-stream": string;
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_container_not_found-no_previous_log-pod_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_logs_source_failed"];
            503: components["responses"]["503_unavailable"];
        };
    };
    logs_download: {
        parameters: {
            query?: {
                /** @description From then on. */
                since?: string;
                /** @description Before then. */
                until?: string;
                /** @description Of this container alone; of several, all are shown, by time. */
                container?: string;
                /** @description The log before the last restart of the container. */
                previous?: boolean;
                /** @description Words that the line has, in small or capital letters. */
                q?: string;
                /** @description `q` is a regular expression (RE2: no look-around, no back-references). */
                regex?: boolean;
                /** @description This level or a graver one; a line that says none counts as `info`. */
                level?: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
                /** @description Members that a line of JSON has, as `status=500` or `err.code=EPIPE`; all of them. */
                field?: string[];
                /** @description Up to nine other pods, whose lines are merged in by time. */
                also?: string;
                /** @description Lines of JSON, or as they were written. */
                format?: "ndjson" | "text";
                /** @description A file compressed by gzip. */
                gzip?: boolean;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                pod_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/plain": string;
                    "application/gzip": string;
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_container_not_found-no_previous_log-pod_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            502: components["responses"]["502_logs_source_failed"];
            503: components["responses"]["503_unavailable"];
        };
    };
    domains_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDomainPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    domains_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMailDomainInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDomain"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-mail_domain_taken"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    domains_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDomain"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_mail_domain_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    domains_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_mail_domain_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    domains_check: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDomainReport"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_mail_domain_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    domains_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDomain"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_mail_domain_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    inbound_mails: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Of this route alone. */
                route_id?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMailPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    inbound_mail: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMailDetail"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_inbound_mail_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    inbound_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundRoutePage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    inbound_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInboundRouteInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundRoute"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-too_many_inbound_routes"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    inbound_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_inbound_route_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    send_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMailInput"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedMail"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mail_not_allowed-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_domain_not_ready-in_progress"];
            413: components["responses"]["413_attachments_too_large-body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_mail_quota-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    send_sendTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendTemplateInput"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedMail"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mail_not_allowed-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_template_not_found"];
            409: components["responses"]["409_domain_not_ready-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-template_data-validation"];
            429: components["responses"]["429_mail_quota-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    sent_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Those with a recipient of this status. */
                status?: "queued" | "deferred" | "sent" | "delivered" | "bounced" | "failed" | "suppressed" | "cancelled";
                /** @description Those to this address. */
                to?: string;
                /** @description Accepted since then. */
                since?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMailPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    sent_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMailDetail"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_mail_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    sent_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMailDetail"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_mail_not_found"];
            409: components["responses"]["409_in_progress-mail_started"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    sent_trace: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTrace"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_mail_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    suppressions_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                address?: string;
                reason?: "bounce" | "unsubscribe" | "manual";
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSuppressionPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    suppressions_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSuppressionInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSuppression"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    suppressions_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_suppression_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    templates_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplateVersionPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    templates_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMailTemplateInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplateVersion"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-template_taken"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-template_invalid-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    templates_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewMailTemplateInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplatePreview"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_template_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-template_invalid-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    templates_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishMailTemplateInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplateVersion"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_template_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    templates_versions: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplateVersionPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_template_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    templates_addVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTemplateVersionInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplateVersion"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_template_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-template_invalid-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    suppressions_ask: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_unsubscribe_link_invalid"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    suppressions_unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_unsubscribe_link_invalid"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notifications_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Those alone that are not read. */
                unread?: boolean;
                category?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationDevices_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDevices"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationDevices_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_device_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationPreferences_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationPreferences_replace: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationPreferencesInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationReasons_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewNotificationInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationWhy"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notifications_readAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotificationsInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadNotifications"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationDevices_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDeviceInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDevice"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notifications_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendNotificationInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationStream_stream: {
        parameters: {
            query?: {
                /** @description The number of the last change that is known, where there is no `Last-Event-ID`. */
                last_seq?: string;
            };
            header?: {
                /** @description The last event that was received. */
                "Last-Event-ID"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The caller has had the last one. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notifications_countUnread: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadNotifications"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationDevices_subscriptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDevices"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationDevices_subscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    endpoint: string;
                    expirationTime?: number | null;
                    keys: {
                        p256dh: string;
                        auth: string;
                    };
                    /**
                     * @default browser
                     * @enum {string}
                     */
                    type?: "browser" | "unified_push";
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDevice"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationDevices_unsubscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_device_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationDevices_publicKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VapidPublicKey"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notifications_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_notification_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notifications_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_notification_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationReasons_deliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDeliveries"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_notification_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notifications_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_notification_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    notificationReasons_why: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationWhy"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_notification_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    orders_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only of this buyer; of others needs `manage_orders`. */
                user_id?: string;
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    orders_place: {
        parameters: {
            query?: {
                /** @description The same answer, and nothing happens. */
                dry_run?: boolean;
            };
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrderInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_product_not_found"];
            409: components["responses"]["409_in_progress-insufficient_stock"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-mixed_currencies-order_too_large-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    orders_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_order_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    orders_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_order_not_found"];
            409: components["responses"]["409_in_progress-invalid_transition"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    orders_history: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStepPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_order_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    orders_setStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderStatusInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_order_not_found"];
            409: components["responses"]["409_in_progress-invalid_transition"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only of this category. */
                category_id?: string;
                /** @description Only with stock, or only without. */
                in_stock?: boolean;
                /** @description Only with prices in it; USD where a price is given. */
                currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SLL" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XDR" | "XOF" | "XPF" | "XSU" | "YER" | "ZAR" | "ZMW" | "ZWG" | "ZWL";
                /** @description Least price, in `currency`. */
                min_price?: string;
                /** @description Highest price, in `currency`. */
                max_price?: string;
                /** @description Words of the name, SKU or description, or their beginnings; accents and slips of the pen are forgiven. */
                q?: string;
                /** @description Without it `relevance` for a search, else `-created_at`. A search ranks the newest 1000 hits. */
                sort?: "relevance" | "created_at" | "-created_at" | "name" | "-name" | "price" | "-price";
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProductInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_category_not_found"];
            409: components["responses"]["409_in_progress-sku_taken"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_product_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_replace: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProductInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_category_not_found-product_not_found"];
            409: components["responses"]["409_in_progress-sku_taken"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_product_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProductInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_category_not_found-product_not_found"];
            409: components["responses"]["409_in_progress-sku_taken"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_checkStock: {
        parameters: {
            query?: {
                quantity?: number;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockCheck"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_product_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_movements: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockMovementPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_product_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    products_setStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_product_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    resources_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                type?: string;
                /** @description `others`: what is shared with me. */
                owner?: "me" | "others";
                /** @description The folder it lies in. */
                parent_id?: string;
            };
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    transfer_export: {
        parameters: {
            query: {
                kind: "students" | "classrooms" | "enrollments" | "grades";
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    transfer_import: {
        parameters: {
            query: {
                kind: "students" | "classrooms" | "enrollments" | "grades";
                /** @description Does all but keep it. */
                dry_run?: boolean;
            };
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolImport"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_already_graded-email_taken-in_progress-term_closed-username_taken"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-import_refused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    reports_classroom: {
        parameters: {
            query?: {
                /** @description Instead of `Accept`. */
                format?: "json" | "csv" | "pdf";
                /** @description Only this term. */
                term_id?: string;
                /** @description As the grades were at this instant. */
                as_of?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomReport"];
                    "text/csv": components["schemas"]["ClassroomReport"];
                    "application/pdf": components["schemas"]["ClassroomReport"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found-term_not_found"];
            406: components["responses"]["406_not_acceptable"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    reports_overview: {
        parameters: {
            query?: {
                /** @description Instead of `Accept`. */
                format?: "json" | "csv" | "pdf";
                /** @description Only this term. */
                term_id?: string;
                /** @description As the grades were at this instant. */
                as_of?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolOverview"];
                    "text/csv": components["schemas"]["SchoolOverview"];
                    "application/pdf": components["schemas"]["SchoolOverview"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_term_not_found"];
            406: components["responses"]["406_not_acceptable"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    reports_print: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintReportInput"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStarted"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_classroom_not_found-term_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    reports_transcript: {
        parameters: {
            query?: {
                /** @description Instead of `Accept`. */
                format?: "json" | "csv" | "pdf";
                /** @description Only this term. */
                term_id?: string;
                /** @description As the grades were at this instant. */
                as_of?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcript"];
                    "text/csv": components["schemas"]["Transcript"];
                    "application/pdf": components["schemas"]["Transcript"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_student_not_found-term_not_found"];
            406: components["responses"]["406_not_acceptable"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    terms_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                school_year?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolTermPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    terms_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTermInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolTerm"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-term_name_taken-terms_overlap"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    terms_closeYear: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseYearInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolYear"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_school_year_not_found"];
            409: components["responses"]["409_in_progress-term_closed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    terms_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTermInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolTerm"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_term_not_found"];
            409: components["responses"]["409_in_progress-term_closed-term_name_taken-terms_overlap"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    terms_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolTerm"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_term_not_found"];
            409: components["responses"]["409_in_progress-term_closed"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    terms_reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolTerm"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_term_not_found"];
            409: components["responses"]["409_in_progress-term_open"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    transcripts_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                student_id?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedTranscriptPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    transcripts_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueTranscriptInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedTranscript"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_student_not_found-term_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    transcripts_byId: {
        parameters: {
            query?: {
                /** @description Instead of `Accept`. */
                format?: "json" | "csv" | "pdf";
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedTranscript"];
                    "application/pdf": components["schemas"]["IssuedTranscript"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_transcript_not_found"];
            406: components["responses"]["406_not_acceptable"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    transcripts_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeTranscriptInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedTranscript"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_transcript_not_found"];
            409: components["responses"]["409_in_progress-transcript_revoked"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    transcripts_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptProof"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_transcript_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    search_find: {
        parameters: {
            query: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Words or their beginnings, all of which must be there. Accents, case and slips of the keyboard are forgiven. */
                q: string;
                /** @description Of these types alone. */
                types?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    shares_list: {
        parameters: {
            query: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                resource_type: string;
                resource_id: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceSharePage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_resource_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    shares_share: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateShareInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceShare"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-share_exceeds_own"];
            404: components["responses"]["404_group_not_found-resource_not_found-user_not_found"];
            409: components["responses"]["409_in_progress-share_with_owner"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-link_too_strong-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    shares_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceShare"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_sharing_share_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    shares_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_sharing_share_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    shares_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateShareInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceShare"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-share_exceeds_own"];
            404: components["responses"]["404_sharing_share_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-link_too_strong-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    files_download: {
        parameters: {
            query?: never;
            header?: {
                /** @description bytes=0-99, RFC 9110. */
                Range?: string;
                /** @description ETag or time. */
                "If-Range"?: string;
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description One range, or several as multipart/byteranges. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_file_not_found"];
            412: components["responses"]["412_precondition_failed"];
            416: components["responses"]["416_range_not_satisfiable"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_file_damaged-internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    files_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                folder?: string;
                folder_id?: string;
                /** @description true: only mine that lie in no folder. */
                at_root?: boolean;
                category?: string;
            };
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilePage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    files_remove: {
        parameters: {
            query?: {
                trash?: boolean;
            };
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_file_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    files_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateFileInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_file_not_found-folder_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    files_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description `link_token` of an opened link. */
                "Link-Token"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_file_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    files_share: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_file_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    files_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_file_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    files_shared: {
        parameters: {
            query?: never;
            header?: {
                /** @description bytes=0-99, RFC 9110. */
                Range?: string;
                /** @description ETag or time. */
                "If-Range"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description One range, or several as multipart/byteranges. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_file_not_found-share_not_found"];
            412: components["responses"]["412_precondition_failed"];
            416: components["responses"]["416_range_not_satisfiable"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_file_damaged-internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tus_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description tus 1.0 */
                "Tus-Resumable"?: string;
                /** @description tus 1.0 */
                "Upload-Length"?: string;
                /** @description tus 1.0 */
                "Upload-Metadata"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            412: components["responses"]["412_tus_version_unsupported"];
            413: components["responses"]["413_file_too_large"];
            415: components["responses"]["415_file_type_refused"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
            507: components["responses"]["507_quota_exceeded"];
        };
    };
    tus_describe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tus_override: {
        parameters: {
            query?: never;
            header?: {
                /** @description tus 1.0 */
                "Tus-Resumable"?: string;
                /** @description tus 1.0 */
                "X-HTTP-Method-Override"?: string;
                /** @description tus 1.0 */
                "Upload-Offset"?: string;
                /** @description tus 1.0 */
                "Upload-Checksum"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upload_not_found"];
            405: components["responses"]["405_method_not_allowed"];
            409: components["responses"]["409_upload_offset_mismatch"];
            412: components["responses"]["412_tus_version_unsupported"];
            413: components["responses"]["413_body_too_large-file_too_large"];
            415: components["responses"]["415_file_type_refused-unsupported_media_type"];
            422: components["responses"]["422_validation"];
            423: components["responses"]["423_upload_locked"];
            429: components["responses"]["429_rate_limited"];
            460: components["responses"]["460_upload_checksum_mismatch"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
            507: components["responses"]["507_storage_full"];
        };
    };
    tus_terminate: {
        parameters: {
            query?: never;
            header?: {
                /** @description tus 1.0 */
                "Tus-Resumable"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upload_not_found"];
            412: components["responses"]["412_tus_version_unsupported"];
            422: components["responses"]["422_validation"];
            423: components["responses"]["423_upload_locked"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tus_offset: {
        parameters: {
            query?: never;
            header?: {
                /** @description tus 1.0 */
                "Tus-Resumable"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upload_not_found"];
            412: components["responses"]["412_tus_version_unsupported"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tus_write: {
        parameters: {
            query?: never;
            header?: {
                /** @description tus 1.0 */
                "Tus-Resumable"?: string;
                /** @description tus 1.0 */
                "Upload-Offset"?: string;
                /** @description tus 1.0 */
                "Upload-Checksum"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_upload_not_found"];
            409: components["responses"]["409_upload_offset_mismatch"];
            412: components["responses"]["412_tus_version_unsupported"];
            413: components["responses"]["413_body_too_large-file_too_large"];
            415: components["responses"]["415_file_type_refused-unsupported_media_type"];
            422: components["responses"]["422_validation"];
            423: components["responses"]["423_upload_locked"];
            429: components["responses"]["429_rate_limited"];
            460: components["responses"]["460_upload_checksum_mismatch"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
            507: components["responses"]["507_storage_full"];
        };
    };
    files_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required-permission_missing"];
            404: components["responses"]["404_folder_not_found"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large-file_too_large"];
            415: components["responses"]["415_file_type_refused-unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
            507: components["responses"]["507_quota_exceeded-storage_full"];
        };
    };
    files_usage: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileUsage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tasks_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Only of this user; of others needs `manage_tasks`. */
                user_id?: string;
                type?: string;
                status?: "pending" | "running" | "completed" | "failed" | "cancelled";
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tasks_email: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailTaskInput"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStarted"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mail_not_allowed-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_mail_quota-rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tasks_processData: {
        parameters: {
            query: {
                operation: "sum" | "average" | "count";
            };
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value?: number;
                }[];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStarted"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    reports_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportTaskInput"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStarted"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    reports_sources: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSources"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tasks_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_task_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tasks_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_task_not_found"];
            409: components["responses"]["409_in_progress-task_finished"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tasks_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last event that was received. */
                "Last-Event-ID"?: string;
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The caller has had the last one. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_task_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tasks_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_task_not_found"];
            409: components["responses"]["409_in_progress-task_not_retryable"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    enrollments_studentsOf: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaughtStudentPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_teacher_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tutorships_begin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TutorInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tutorship"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_teacher_not_found"];
            409: components["responses"]["409_already_tutored-in_progress"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    tutorships_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
                student_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_tutorship_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    resources_trashed: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrashPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    resources_purge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                type: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_resource_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    resources_restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                type: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_resource_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    users_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Services are listed when asked for. */
                kind?: "person" | "service" | "all";
                /** @description Those who have this role. */
                role?: string;
                is_active?: boolean;
                /** @description Part of the e-mail address, username or full name. */
                q?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    users_me: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    users_updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMeInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-username_taken"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    users_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserExport"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    users_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_user_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    users_erase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_user_not_found"];
            409: components["responses"]["409_in_progress-last_admin"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    users_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-fresh_factor_required-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_user_not_found"];
            409: components["responses"]["409_in_progress-last_admin"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookInput"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            409: components["responses"]["409_in_progress-too_many_webhooks"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_byId: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_webhook_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_webhook_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that was read: changes nothing when another change was faster. */
                "If-Match"?: string;
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_webhook_not_found"];
            409: components["responses"]["409_in_progress"];
            412: components["responses"]["412_precondition_failed"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_listDeliveries: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Of events since then. */
                since?: string;
                /** @description Those alone whose last attempt failed. */
                failed_only?: boolean;
            };
            header?: {
                /** @description ETag of the representation the caller has. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Not modified: the caller has it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400_malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_webhook_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhookInput"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_json-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_webhook_not_found"];
            409: components["responses"]["409_in_progress-webhook_off"];
            413: components["responses"]["413_body_too_large"];
            415: components["responses"]["415_unsupported_media_type"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_webhook_not_found"];
            409: components["responses"]["409_in_progress"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    webhooks_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and input give the first answer again, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            400: components["responses"]["400_malformed_idempotency_key-malformed_request"];
            401: components["responses"]["401_unauthenticated"];
            403: components["responses"]["403_csrf_token_invalid-forbidden-mfa_enrolment_required-mfa_required"];
            404: components["responses"]["404_webhook_not_found"];
            409: components["responses"]["409_in_progress-webhook_off"];
            422: components["responses"]["422_idempotency_key_reused-validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    system_whole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every part and how it does. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy" | "degraded";
                        /** Format: date-time */
                        timestamp: string;
                        services: {
                            [key: string]: {
                                /** @enum {string} */
                                status?: "healthy" | "unhealthy";
                                /** @description How long the last probe took, milliseconds. */
                                response_time?: number;
                                /** @description How long ago the last probe ended, milliseconds. */
                                age?: number;
                                /** @description What is to be known of it whatever a probe finds. */
                                note?: string;
                            };
                        };
                        /** @description Of the calls outward, by whom they go to. */
                        breakers: {
                            [key: string]: "closed" | "open" | "half_open";
                        };
                    };
                };
            };
            400: components["responses"]["400_malformed_request"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    system_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "live";
                    };
                };
            };
            400: components["responses"]["400_malformed_request"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    system_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requests can be served. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                    };
                };
            };
            400: components["responses"]["400_malformed_request"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
    moduleHealth_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                module: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every part of it is healthy. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy";
                        module: string;
                        parts: {
                            [key: string]: {
                                /** @enum {string} */
                                status?: "healthy" | "unhealthy";
                                /** @description How long the last probe took, milliseconds. */
                                response_time?: number;
                                /** @description How long ago the last probe ended, milliseconds. */
                                age?: number;
                                /**
                                 * @description What is to be known of it whatever a probe finds.
                                 * @example unverified
                                 */
                                note?: string;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["400_malformed_request"];
            404: components["responses"]["404_module_not_found"];
            422: components["responses"]["422_validation"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_module_unhealthy-unavailable"];
        };
    };
    system_scrape: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["400_malformed_request"];
            429: components["responses"]["429_rate_limited"];
            500: components["responses"]["500_internal"];
            503: components["responses"]["503_unavailable"];
        };
    };
}
