import $protobuf from "protobufjs/minimal.js";
$protobuf.util.Long = null;
$protobuf.configure();

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["parley"] || ($protobuf.roots["parley"] = {});

export const parley = $root.parley = (() => {

    const parley = {};

    parley.v1 = (function() {

        const v1 = {};

        v1.DeviceInfo = (function() {

            const DeviceInfo = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DeviceInfo.prototype.deviceClass = 0;
            DeviceInfo.prototype.name = "";

            DeviceInfo.create = function(properties) {
                return new DeviceInfo(properties);
            };

            DeviceInfo.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.deviceClass != null && $Object.hasOwnProperty.call(m, "deviceClass") && m.deviceClass !== 0)
                    w.uint32(8).int32(m.deviceClass);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(18).string(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DeviceInfo.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.DeviceInfo();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.deviceClass = v;
                            else
                                delete m.deviceClass;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return DeviceInfo;
        })();

        v1.Credentials = (function() {

            const Credentials = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Credentials.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Credentials.prototype.device = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Credentials.prototype.accessToken = $util.newBuffer([]);
            Credentials.prototype.accessExpiresMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Credentials.prototype.refreshToken = $util.newBuffer([]);
            Credentials.prototype.refreshExpiresMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Credentials.prototype.handle = "";

            Credentials.create = function(properties) {
                return new Credentials(properties);
            };

            Credentials.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.device != null && $Object.hasOwnProperty.call(m, "device") && (typeof m.device === "object" ? m.device.low || m.device.high : m.device !== 0))
                    w.uint32(16).uint64(m.device);
                if (m.accessToken != null && $Object.hasOwnProperty.call(m, "accessToken") && m.accessToken.length)
                    w.uint32(26).bytes(m.accessToken);
                if (m.accessExpiresMs != null && $Object.hasOwnProperty.call(m, "accessExpiresMs") && (typeof m.accessExpiresMs === "object" ? m.accessExpiresMs.low || m.accessExpiresMs.high : m.accessExpiresMs !== 0))
                    w.uint32(32).uint64(m.accessExpiresMs);
                if (m.refreshToken != null && $Object.hasOwnProperty.call(m, "refreshToken") && m.refreshToken.length)
                    w.uint32(42).bytes(m.refreshToken);
                if (m.refreshExpiresMs != null && $Object.hasOwnProperty.call(m, "refreshExpiresMs") && (typeof m.refreshExpiresMs === "object" ? m.refreshExpiresMs.low || m.refreshExpiresMs.high : m.refreshExpiresMs !== 0))
                    w.uint32(48).uint64(m.refreshExpiresMs);
                if (m.handle != null && $Object.hasOwnProperty.call(m, "handle") && m.handle !== "")
                    w.uint32(58).string(m.handle);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Credentials.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Credentials();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.device = v;
                            else
                                delete m.device;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.accessToken = v;
                            else
                                delete m.accessToken;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.accessExpiresMs = v;
                            else
                                delete m.accessExpiresMs;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.refreshToken = v;
                            else
                                delete m.refreshToken;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.refreshExpiresMs = v;
                            else
                                delete m.refreshExpiresMs;
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.handle = v;
                            else
                                delete m.handle;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Credentials;
        })();

        v1.RegisterRequest = (function() {

            const RegisterRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RegisterRequest.prototype.handle = "";
            RegisterRequest.prototype.password = "";
            RegisterRequest.prototype.displayName = "";
            RegisterRequest.prototype.locale = "";
            RegisterRequest.prototype.device = null;
            RegisterRequest.prototype.requestKey = $util.newBuffer([]);

            RegisterRequest.create = function(properties) {
                return new RegisterRequest(properties);
            };

            RegisterRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.handle != null && $Object.hasOwnProperty.call(m, "handle") && m.handle !== "")
                    w.uint32(10).string(m.handle);
                if (m.password != null && $Object.hasOwnProperty.call(m, "password") && m.password !== "")
                    w.uint32(18).string(m.password);
                if (m.displayName != null && $Object.hasOwnProperty.call(m, "displayName") && m.displayName !== "")
                    w.uint32(26).string(m.displayName);
                if (m.locale != null && $Object.hasOwnProperty.call(m, "locale") && m.locale !== "")
                    w.uint32(34).string(m.locale);
                if (m.device != null && $Object.hasOwnProperty.call(m, "device"))
                    $root.parley.v1.DeviceInfo.encode(m.device, w.uint32(42).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(50).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RegisterRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.RegisterRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.handle = v;
                            else
                                delete m.handle;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.password = v;
                            else
                                delete m.password;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.displayName = v;
                            else
                                delete m.displayName;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.locale = v;
                            else
                                delete m.locale;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            m.device = $root.parley.v1.DeviceInfo.decode(r, r.size(), $undefined, q + 1, m.device);
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return RegisterRequest;
        })();

        v1.SignInRequest = (function() {

            const SignInRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SignInRequest.prototype.handle = "";
            SignInRequest.prototype.password = "";
            SignInRequest.prototype.device = null;
            SignInRequest.prototype.requestKey = $util.newBuffer([]);

            SignInRequest.create = function(properties) {
                return new SignInRequest(properties);
            };

            SignInRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.handle != null && $Object.hasOwnProperty.call(m, "handle") && m.handle !== "")
                    w.uint32(10).string(m.handle);
                if (m.password != null && $Object.hasOwnProperty.call(m, "password") && m.password !== "")
                    w.uint32(18).string(m.password);
                if (m.device != null && $Object.hasOwnProperty.call(m, "device"))
                    $root.parley.v1.DeviceInfo.encode(m.device, w.uint32(26).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(34).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SignInRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SignInRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.handle = v;
                            else
                                delete m.handle;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.password = v;
                            else
                                delete m.password;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.device = $root.parley.v1.DeviceInfo.decode(r, r.size(), $undefined, q + 1, m.device);
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SignInRequest;
        })();

        v1.RefreshRequest = (function() {

            const RefreshRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RefreshRequest.prototype.refreshToken = $util.newBuffer([]);

            RefreshRequest.create = function(properties) {
                return new RefreshRequest(properties);
            };

            RefreshRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.refreshToken != null && $Object.hasOwnProperty.call(m, "refreshToken") && m.refreshToken.length)
                    w.uint32(10).bytes(m.refreshToken);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RefreshRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.RefreshRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.refreshToken = v;
                            else
                                delete m.refreshToken;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return RefreshRequest;
        })();

        v1.SignOutRequest = (function() {

            const SignOutRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SignOutRequest.prototype.everywhere = false;

            SignOutRequest.create = function(properties) {
                return new SignOutRequest(properties);
            };

            SignOutRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.everywhere != null && $Object.hasOwnProperty.call(m, "everywhere") && m.everywhere !== false)
                    w.uint32(8).bool(m.everywhere);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SignOutRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SignOutRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.everywhere = v;
                            else
                                delete m.everywhere;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SignOutRequest;
        })();

        v1.ListDevicesRequest = (function() {

            const ListDevicesRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListDevicesRequest.create = function(properties) {
                return new ListDevicesRequest(properties);
            };

            ListDevicesRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListDevicesRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListDevicesRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t >>> 3);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListDevicesRequest;
        })();

        v1.Device = (function() {

            const Device = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Device.prototype.device = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Device.prototype.deviceClass = 0;
            Device.prototype.name = "";
            Device.prototype.createdMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Device.prototype.lastSeenMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Device.prototype.current = false;
            Device.prototype.online = false;

            Device.create = function(properties) {
                return new Device(properties);
            };

            Device.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.device != null && $Object.hasOwnProperty.call(m, "device") && (typeof m.device === "object" ? m.device.low || m.device.high : m.device !== 0))
                    w.uint32(8).uint64(m.device);
                if (m.deviceClass != null && $Object.hasOwnProperty.call(m, "deviceClass") && m.deviceClass !== 0)
                    w.uint32(16).int32(m.deviceClass);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(26).string(m.name);
                if (m.createdMs != null && $Object.hasOwnProperty.call(m, "createdMs") && (typeof m.createdMs === "object" ? m.createdMs.low || m.createdMs.high : m.createdMs !== 0))
                    w.uint32(32).uint64(m.createdMs);
                if (m.lastSeenMs != null && $Object.hasOwnProperty.call(m, "lastSeenMs") && (typeof m.lastSeenMs === "object" ? m.lastSeenMs.low || m.lastSeenMs.high : m.lastSeenMs !== 0))
                    w.uint32(40).uint64(m.lastSeenMs);
                if (m.current != null && $Object.hasOwnProperty.call(m, "current") && m.current !== false)
                    w.uint32(48).bool(m.current);
                if (m.online != null && $Object.hasOwnProperty.call(m, "online") && m.online !== false)
                    w.uint32(56).bool(m.online);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Device.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Device();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.device = v;
                            else
                                delete m.device;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.deviceClass = v;
                            else
                                delete m.deviceClass;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.createdMs = v;
                            else
                                delete m.createdMs;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.lastSeenMs = v;
                            else
                                delete m.lastSeenMs;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.current = v;
                            else
                                delete m.current;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.online = v;
                            else
                                delete m.online;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Device;
        })();

        v1.ListDevicesReply = (function() {

            const ListDevicesReply = function (p) {
                this.devices = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListDevicesReply.prototype.devices = $util.emptyArray;

            ListDevicesReply.create = function(properties) {
                return new ListDevicesReply(properties);
            };

            ListDevicesReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.devices != null && m.devices.length) {
                    for (var i = 0; i < m.devices.length; ++i)
                        $root.parley.v1.Device.encode(m.devices[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListDevicesReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListDevicesReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.devices && m.devices.length))
                                m.devices = [];
                            m.devices.push($root.parley.v1.Device.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListDevicesReply;
        })();

        v1.EndDeviceRequest = (function() {

            const EndDeviceRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EndDeviceRequest.prototype.device = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            EndDeviceRequest.create = function(properties) {
                return new EndDeviceRequest(properties);
            };

            EndDeviceRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.device != null && $Object.hasOwnProperty.call(m, "device") && (typeof m.device === "object" ? m.device.low || m.device.high : m.device !== 0))
                    w.uint32(8).uint64(m.device);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EndDeviceRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.EndDeviceRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.device = v;
                            else
                                delete m.device;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return EndDeviceRequest;
        })();

        v1.ChangePasswordRequest = (function() {

            const ChangePasswordRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ChangePasswordRequest.prototype.oldPassword = "";
            ChangePasswordRequest.prototype.newPassword = "";
            ChangePasswordRequest.prototype.endOthers = false;

            ChangePasswordRequest.create = function(properties) {
                return new ChangePasswordRequest(properties);
            };

            ChangePasswordRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.oldPassword != null && $Object.hasOwnProperty.call(m, "oldPassword") && m.oldPassword !== "")
                    w.uint32(10).string(m.oldPassword);
                if (m.newPassword != null && $Object.hasOwnProperty.call(m, "newPassword") && m.newPassword !== "")
                    w.uint32(18).string(m.newPassword);
                if (m.endOthers != null && $Object.hasOwnProperty.call(m, "endOthers") && m.endOthers !== false)
                    w.uint32(24).bool(m.endOthers);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ChangePasswordRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ChangePasswordRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.oldPassword = v;
                            else
                                delete m.oldPassword;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.newPassword = v;
                            else
                                delete m.newPassword;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.endOthers = v;
                            else
                                delete m.endOthers;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ChangePasswordRequest;
        })();

        v1.SetProfileRequest = (function() {

            const SetProfileRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetProfileRequest.prototype.displayName = null;
            SetProfileRequest.prototype.avatar = null;
            SetProfileRequest.prototype.locale = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetProfileRequest.prototype, "_displayName", {
                get: $util.oneOfGetter($oneOfFields = ["displayName"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetProfileRequest.prototype, "_avatar", {
                get: $util.oneOfGetter($oneOfFields = ["avatar"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetProfileRequest.prototype, "_locale", {
                get: $util.oneOfGetter($oneOfFields = ["locale"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SetProfileRequest.create = function(properties) {
                return new SetProfileRequest(properties);
            };

            SetProfileRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.displayName != null && $Object.hasOwnProperty.call(m, "displayName"))
                    w.uint32(10).string(m.displayName);
                if (m.avatar != null && $Object.hasOwnProperty.call(m, "avatar"))
                    w.uint32(18).string(m.avatar);
                if (m.locale != null && $Object.hasOwnProperty.call(m, "locale"))
                    w.uint32(26).string(m.locale);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetProfileRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetProfileRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.displayName = r.stringVerify();
                            m._displayName = "displayName";
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.avatar = r.stringVerify();
                            m._avatar = "avatar";
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.locale = r.stringVerify();
                            m._locale = "locale";
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetProfileRequest;
        })();

        v1.OwnAccount = (function() {

            const OwnAccount = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            OwnAccount.prototype.profile = null;
            OwnAccount.prototype.locale = "";
            OwnAccount.prototype.createdMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            OwnAccount.create = function(properties) {
                return new OwnAccount(properties);
            };

            OwnAccount.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.profile != null && $Object.hasOwnProperty.call(m, "profile"))
                    $root.parley.v1.Profile.encode(m.profile, w.uint32(10).fork(), q + 1).ldelim();
                if (m.locale != null && $Object.hasOwnProperty.call(m, "locale") && m.locale !== "")
                    w.uint32(18).string(m.locale);
                if (m.createdMs != null && $Object.hasOwnProperty.call(m, "createdMs") && (typeof m.createdMs === "object" ? m.createdMs.low || m.createdMs.high : m.createdMs !== 0))
                    w.uint32(24).uint64(m.createdMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            OwnAccount.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.OwnAccount();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.profile = $root.parley.v1.Profile.decode(r, r.size(), $undefined, q + 1, m.profile);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.locale = v;
                            else
                                delete m.locale;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.createdMs = v;
                            else
                                delete m.createdMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return OwnAccount;
        })();

        v1.FindAccountRequest = (function() {

            const FindAccountRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FindAccountRequest.prototype.handle = "";

            FindAccountRequest.create = function(properties) {
                return new FindAccountRequest(properties);
            };

            FindAccountRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.handle != null && $Object.hasOwnProperty.call(m, "handle") && m.handle !== "")
                    w.uint32(10).string(m.handle);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FindAccountRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.FindAccountRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.handle = v;
                            else
                                delete m.handle;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return FindAccountRequest;
        })();

        v1.GetProfilesRequest = (function() {

            const GetProfilesRequest = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetProfilesRequest.prototype.accounts = $util.emptyArray;

            GetProfilesRequest.create = function(properties) {
                return new GetProfilesRequest(properties);
            };

            GetProfilesRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(10).uint64s(m.accounts);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetProfilesRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetProfilesRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetProfilesRequest;
        })();

        v1.GetProfilesReply = (function() {

            const GetProfilesReply = function (p) {
                this.profiles = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetProfilesReply.prototype.profiles = $util.emptyArray;

            GetProfilesReply.create = function(properties) {
                return new GetProfilesReply(properties);
            };

            GetProfilesReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.profiles != null && m.profiles.length) {
                    for (var i = 0; i < m.profiles.length; ++i)
                        $root.parley.v1.Profile.encode(m.profiles[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetProfilesReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetProfilesReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.profiles && m.profiles.length))
                                m.profiles = [];
                            m.profiles.push($root.parley.v1.Profile.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetProfilesReply;
        })();

        v1.PutAccountItemRequest = (function() {

            const PutAccountItemRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PutAccountItemRequest.prototype.key = "";
            PutAccountItemRequest.prototype.body = $util.newBuffer([]);

            PutAccountItemRequest.create = function(properties) {
                return new PutAccountItemRequest(properties);
            };

            PutAccountItemRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.key != null && $Object.hasOwnProperty.call(m, "key") && m.key !== "")
                    w.uint32(10).string(m.key);
                if (m.body != null && $Object.hasOwnProperty.call(m, "body") && m.body.length)
                    w.uint32(18).bytes(m.body);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PutAccountItemRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.PutAccountItemRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.key = v;
                            else
                                delete m.key;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.body = v;
                            else
                                delete m.body;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return PutAccountItemRequest;
        })();

        v1.PutAccountItemReply = (function() {

            const PutAccountItemReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PutAccountItemReply.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            PutAccountItemReply.create = function(properties) {
                return new PutAccountItemReply(properties);
            };

            PutAccountItemReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.seq != null && $Object.hasOwnProperty.call(m, "seq") && (typeof m.seq === "object" ? m.seq.low || m.seq.high : m.seq !== 0))
                    w.uint32(8).uint64(m.seq);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PutAccountItemReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.PutAccountItemReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.seq = v;
                            else
                                delete m.seq;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return PutAccountItemReply;
        })();

        v1.AccountEntry = (function() {

            const AccountEntry = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            AccountEntry.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AccountEntry.prototype.key = "";
            AccountEntry.prototype.body = $util.newBuffer([]);
            AccountEntry.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            AccountEntry.create = function(properties) {
                return new AccountEntry(properties);
            };

            AccountEntry.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.seq != null && $Object.hasOwnProperty.call(m, "seq") && (typeof m.seq === "object" ? m.seq.low || m.seq.high : m.seq !== 0))
                    w.uint32(8).uint64(m.seq);
                if (m.key != null && $Object.hasOwnProperty.call(m, "key") && m.key !== "")
                    w.uint32(18).string(m.key);
                if (m.body != null && $Object.hasOwnProperty.call(m, "body") && m.body.length)
                    w.uint32(26).bytes(m.body);
                if (m.timeMs != null && $Object.hasOwnProperty.call(m, "timeMs") && (typeof m.timeMs === "object" ? m.timeMs.low || m.timeMs.high : m.timeMs !== 0))
                    w.uint32(32).uint64(m.timeMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            AccountEntry.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.AccountEntry();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.seq = v;
                            else
                                delete m.seq;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.key = v;
                            else
                                delete m.key;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.body = v;
                            else
                                delete m.body;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.timeMs = v;
                            else
                                delete m.timeMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return AccountEntry;
        })();

        v1.AccountEntryPush = (function() {

            const AccountEntryPush = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            AccountEntryPush.prototype.entry = null;

            AccountEntryPush.create = function(properties) {
                return new AccountEntryPush(properties);
            };

            AccountEntryPush.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.entry != null && $Object.hasOwnProperty.call(m, "entry"))
                    $root.parley.v1.AccountEntry.encode(m.entry, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            AccountEntryPush.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.AccountEntryPush();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.entry = $root.parley.v1.AccountEntry.decode(r, r.size(), $undefined, q + 1, m.entry);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return AccountEntryPush;
        })();

        v1.Target = (function() {

            const Target = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Target.prototype.conversation = null;
            Target.prototype.account = null;

            let $oneOfFields;

            $Object.defineProperty(Target.prototype, "to", {
                get: $util.oneOfGetter($oneOfFields = ["conversation", "account"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Target.create = function(properties) {
                return new Target(properties);
            };

            Target.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation"))
                    w.uint32(8).uint64(m.conversation);
                if (m.account != null && $Object.hasOwnProperty.call(m, "account"))
                    w.uint32(16).uint64(m.account);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Target.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Target();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            m.conversation = r.uint64();
                            m.to = "conversation";
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            m.account = r.uint64();
                            m.to = "account";
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Target;
        })();

        v1.ErrorBody = (function() {

            const ErrorBody = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ErrorBody.prototype.code = 0;
            ErrorBody.prototype.name = "";
            ErrorBody.prototype.message = "";
            ErrorBody.prototype.retry = 0;
            ErrorBody.prototype.retryAfterMs = 0;

            ErrorBody.create = function(properties) {
                return new ErrorBody(properties);
            };

            ErrorBody.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.code != null && $Object.hasOwnProperty.call(m, "code") && m.code !== 0)
                    w.uint32(8).uint32(m.code);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(18).string(m.name);
                if (m.message != null && $Object.hasOwnProperty.call(m, "message") && m.message !== "")
                    w.uint32(26).string(m.message);
                if (m.retry != null && $Object.hasOwnProperty.call(m, "retry") && m.retry !== 0)
                    w.uint32(32).uint32(m.retry);
                if (m.retryAfterMs != null && $Object.hasOwnProperty.call(m, "retryAfterMs") && m.retryAfterMs !== 0)
                    w.uint32(40).uint32(m.retryAfterMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ErrorBody.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ErrorBody();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.code = v;
                            else
                                delete m.code;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.message = v;
                            else
                                delete m.message;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.retry = v;
                            else
                                delete m.retry;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.retryAfterMs = v;
                            else
                                delete m.retryAfterMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ErrorBody;
        })();

        v1.CloseBody = (function() {

            const CloseBody = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CloseBody.prototype.code = 0;
            CloseBody.prototype.name = "";
            CloseBody.prototype.reconnect = 0;
            CloseBody.prototype.delayMs = 0;

            CloseBody.create = function(properties) {
                return new CloseBody(properties);
            };

            CloseBody.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.code != null && $Object.hasOwnProperty.call(m, "code") && m.code !== 0)
                    w.uint32(8).uint32(m.code);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(18).string(m.name);
                if (m.reconnect != null && $Object.hasOwnProperty.call(m, "reconnect") && m.reconnect !== 0)
                    w.uint32(24).uint32(m.reconnect);
                if (m.delayMs != null && $Object.hasOwnProperty.call(m, "delayMs") && m.delayMs !== 0)
                    w.uint32(32).uint32(m.delayMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CloseBody.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.CloseBody();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.code = v;
                            else
                                delete m.code;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.reconnect = v;
                            else
                                delete m.reconnect;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.delayMs = v;
                            else
                                delete m.delayMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return CloseBody;
        })();

        v1.Empty = (function() {

            const Empty = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Empty.create = function(properties) {
                return new Empty(properties);
            };

            Empty.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Empty.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Empty();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t >>> 3);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Empty;
        })();

        v1.Profile = (function() {

            const Profile = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Profile.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Profile.prototype.handle = "";
            Profile.prototype.displayName = "";
            Profile.prototype.avatar = "";
            Profile.prototype.kind = 0;

            Profile.create = function(properties) {
                return new Profile(properties);
            };

            Profile.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.handle != null && $Object.hasOwnProperty.call(m, "handle") && m.handle !== "")
                    w.uint32(18).string(m.handle);
                if (m.displayName != null && $Object.hasOwnProperty.call(m, "displayName") && m.displayName !== "")
                    w.uint32(26).string(m.displayName);
                if (m.avatar != null && $Object.hasOwnProperty.call(m, "avatar") && m.avatar !== "")
                    w.uint32(34).string(m.avatar);
                if (m.kind != null && $Object.hasOwnProperty.call(m, "kind") && m.kind !== 0)
                    w.uint32(40).int32(m.kind);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Profile.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Profile();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.handle = v;
                            else
                                delete m.handle;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.displayName = v;
                            else
                                delete m.displayName;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.avatar = v;
                            else
                                delete m.avatar;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.kind = v;
                            else
                                delete m.kind;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Profile;
        })();

        v1.AccountKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ACCOUNT_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ACCOUNT_KIND_PERSON"] = 1;
            values[valuesById[2] = "ACCOUNT_KIND_VISITOR"] = 2;
            values[valuesById[3] = "ACCOUNT_KIND_BOT"] = 3;
            values[valuesById[4] = "ACCOUNT_KIND_SYSTEM"] = 4;
            return values;
        })();

        v1.DeviceClass = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEVICE_CLASS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DEVICE_CLASS_PC"] = 1;
            values[valuesById[2] = "DEVICE_CLASS_WEB"] = 2;
            values[valuesById[3] = "DEVICE_CLASS_MOBILE_WEB"] = 3;
            values[valuesById[4] = "DEVICE_CLASS_ANDROID"] = 4;
            values[valuesById[5] = "DEVICE_CLASS_IOS"] = 5;
            values[valuesById[6] = "DEVICE_CLASS_TERMINAL"] = 6;
            return values;
        })();

        v1.Audience = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "AUDIENCE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "AUDIENCE_EVERYBODY"] = 1;
            values[valuesById[2] = "AUDIENCE_CONTACTS"] = 2;
            values[valuesById[3] = "AUDIENCE_NOBODY"] = 3;
            return values;
        })();

        v1.PresenceStatus = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PRESENCE_STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PRESENCE_STATUS_ONLINE"] = 1;
            values[valuesById[2] = "PRESENCE_STATUS_BUSY"] = 2;
            values[valuesById[3] = "PRESENCE_STATUS_AWAY"] = 3;
            values[valuesById[4] = "PRESENCE_STATUS_INVISIBLE"] = 4;
            return values;
        })();

        v1.AccountSettings = (function() {

            const AccountSettings = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            AccountSettings.prototype.findableBy = 0;
            AccountSettings.prototype.writableBy = 0;
            AccountSettings.prototype.lastSeenBy = 0;
            AccountSettings.prototype.status = 0;

            AccountSettings.create = function(properties) {
                return new AccountSettings(properties);
            };

            AccountSettings.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.findableBy != null && $Object.hasOwnProperty.call(m, "findableBy") && m.findableBy !== 0)
                    w.uint32(8).int32(m.findableBy);
                if (m.writableBy != null && $Object.hasOwnProperty.call(m, "writableBy") && m.writableBy !== 0)
                    w.uint32(16).int32(m.writableBy);
                if (m.lastSeenBy != null && $Object.hasOwnProperty.call(m, "lastSeenBy") && m.lastSeenBy !== 0)
                    w.uint32(24).int32(m.lastSeenBy);
                if (m.status != null && $Object.hasOwnProperty.call(m, "status") && m.status !== 0)
                    w.uint32(32).int32(m.status);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            AccountSettings.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.AccountSettings();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.findableBy = v;
                            else
                                delete m.findableBy;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.writableBy = v;
                            else
                                delete m.writableBy;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.lastSeenBy = v;
                            else
                                delete m.lastSeenBy;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.status = v;
                            else
                                delete m.status;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return AccountSettings;
        })();

        v1.SetAccountSettingsRequest = (function() {

            const SetAccountSettingsRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetAccountSettingsRequest.prototype.settings = null;

            SetAccountSettingsRequest.create = function(properties) {
                return new SetAccountSettingsRequest(properties);
            };

            SetAccountSettingsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.settings != null && $Object.hasOwnProperty.call(m, "settings"))
                    $root.parley.v1.AccountSettings.encode(m.settings, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetAccountSettingsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetAccountSettingsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.settings = $root.parley.v1.AccountSettings.decode(r, r.size(), $undefined, q + 1, m.settings);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetAccountSettingsRequest;
        })();

        v1.SetAccountSettingsReply = (function() {

            const SetAccountSettingsReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetAccountSettingsReply.prototype.entry = null;

            SetAccountSettingsReply.create = function(properties) {
                return new SetAccountSettingsReply(properties);
            };

            SetAccountSettingsReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.entry != null && $Object.hasOwnProperty.call(m, "entry"))
                    $root.parley.v1.AccountEntry.encode(m.entry, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetAccountSettingsReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetAccountSettingsReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.entry = $root.parley.v1.AccountEntry.decode(r, r.size(), $undefined, q + 1, m.entry);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetAccountSettingsReply;
        })();

        v1.ContactState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CONTACT_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CONTACT_STATE_ASKED"] = 1;
            values[valuesById[2] = "CONTACT_STATE_ASKING"] = 2;
            values[valuesById[3] = "CONTACT_STATE_CONTACT"] = 3;
            values[valuesById[4] = "CONTACT_STATE_REFUSED"] = 4;
            values[valuesById[5] = "CONTACT_STATE_EXPIRED"] = 5;
            return values;
        })();

        v1.Contact = (function() {

            const Contact = function (p) {
                this.tags = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Contact.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Contact.prototype.state = 0;
            Contact.prototype.greeting = "";
            Contact.prototype.remark = "";
            Contact.prototype.tags = $util.emptyArray;
            Contact.prototype.blocked = false;
            Contact.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Contact.prototype.expiresMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Contact.create = function(properties) {
                return new Contact(properties);
            };

            Contact.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.state != null && $Object.hasOwnProperty.call(m, "state") && m.state !== 0)
                    w.uint32(16).int32(m.state);
                if (m.greeting != null && $Object.hasOwnProperty.call(m, "greeting") && m.greeting !== "")
                    w.uint32(26).string(m.greeting);
                if (m.remark != null && $Object.hasOwnProperty.call(m, "remark") && m.remark !== "")
                    w.uint32(34).string(m.remark);
                if (m.tags != null && m.tags.length) {
                    for (var i = 0; i < m.tags.length; ++i)
                        w.uint32(42).string(m.tags[i]);
                }
                if (m.blocked != null && $Object.hasOwnProperty.call(m, "blocked") && m.blocked !== false)
                    w.uint32(48).bool(m.blocked);
                if (m.sinceMs != null && $Object.hasOwnProperty.call(m, "sinceMs") && (typeof m.sinceMs === "object" ? m.sinceMs.low || m.sinceMs.high : m.sinceMs !== 0))
                    w.uint32(56).uint64(m.sinceMs);
                if (m.expiresMs != null && $Object.hasOwnProperty.call(m, "expiresMs") && (typeof m.expiresMs === "object" ? m.expiresMs.low || m.expiresMs.high : m.expiresMs !== 0))
                    w.uint32(64).uint64(m.expiresMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Contact.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Contact();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.state = v;
                            else
                                delete m.state;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.greeting = v;
                            else
                                delete m.greeting;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.remark = v;
                            else
                                delete m.remark;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if (!(m.tags && m.tags.length))
                                m.tags = [];
                            m.tags.push(r.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.blocked = v;
                            else
                                delete m.blocked;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sinceMs = v;
                            else
                                delete m.sinceMs;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.expiresMs = v;
                            else
                                delete m.expiresMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Contact;
        })();

        v1.RequestContactRequest = (function() {

            const RequestContactRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RequestContactRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RequestContactRequest.prototype.greeting = "";
            RequestContactRequest.prototype.requestKey = $util.newBuffer([]);

            RequestContactRequest.create = function(properties) {
                return new RequestContactRequest(properties);
            };

            RequestContactRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.greeting != null && $Object.hasOwnProperty.call(m, "greeting") && m.greeting !== "")
                    w.uint32(18).string(m.greeting);
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(26).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RequestContactRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.RequestContactRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.greeting = v;
                            else
                                delete m.greeting;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return RequestContactRequest;
        })();

        v1.AnswerContactRequest = (function() {

            const AnswerContactRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            AnswerContactRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AnswerContactRequest.prototype.accept = false;
            AnswerContactRequest.prototype.requestKey = $util.newBuffer([]);

            AnswerContactRequest.create = function(properties) {
                return new AnswerContactRequest(properties);
            };

            AnswerContactRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.accept != null && $Object.hasOwnProperty.call(m, "accept") && m.accept !== false)
                    w.uint32(16).bool(m.accept);
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(26).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            AnswerContactRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.AnswerContactRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.accept = v;
                            else
                                delete m.accept;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return AnswerContactRequest;
        })();

        v1.WithdrawContactRequest = (function() {

            const WithdrawContactRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            WithdrawContactRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            WithdrawContactRequest.prototype.requestKey = $util.newBuffer([]);

            WithdrawContactRequest.create = function(properties) {
                return new WithdrawContactRequest(properties);
            };

            WithdrawContactRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            WithdrawContactRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.WithdrawContactRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return WithdrawContactRequest;
        })();

        v1.RemoveContactRequest = (function() {

            const RemoveContactRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RemoveContactRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RemoveContactRequest.prototype.requestKey = $util.newBuffer([]);

            RemoveContactRequest.create = function(properties) {
                return new RemoveContactRequest(properties);
            };

            RemoveContactRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RemoveContactRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.RemoveContactRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return RemoveContactRequest;
        })();

        v1.SetBlockedRequest = (function() {

            const SetBlockedRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetBlockedRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SetBlockedRequest.prototype.blocked = false;
            SetBlockedRequest.prototype.requestKey = $util.newBuffer([]);

            SetBlockedRequest.create = function(properties) {
                return new SetBlockedRequest(properties);
            };

            SetBlockedRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.blocked != null && $Object.hasOwnProperty.call(m, "blocked") && m.blocked !== false)
                    w.uint32(16).bool(m.blocked);
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(26).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetBlockedRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetBlockedRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.blocked = v;
                            else
                                delete m.blocked;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetBlockedRequest;
        })();

        v1.SetContactRequest = (function() {

            const SetContactRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetContactRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SetContactRequest.prototype.remark = null;
            SetContactRequest.prototype.tags = null;
            SetContactRequest.prototype.requestKey = $util.newBuffer([]);

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetContactRequest.prototype, "_remark", {
                get: $util.oneOfGetter($oneOfFields = ["remark"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SetContactRequest.create = function(properties) {
                return new SetContactRequest(properties);
            };

            SetContactRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.remark != null && $Object.hasOwnProperty.call(m, "remark"))
                    w.uint32(18).string(m.remark);
                if (m.tags != null && $Object.hasOwnProperty.call(m, "tags"))
                    $root.parley.v1.ContactTags.encode(m.tags, w.uint32(26).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(34).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetContactRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetContactRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.remark = r.stringVerify();
                            m._remark = "remark";
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.tags = $root.parley.v1.ContactTags.decode(r, r.size(), $undefined, q + 1, m.tags);
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetContactRequest;
        })();

        v1.ContactTags = (function() {

            const ContactTags = function (p) {
                this.tags = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ContactTags.prototype.tags = $util.emptyArray;

            ContactTags.create = function(properties) {
                return new ContactTags(properties);
            };

            ContactTags.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.tags != null && m.tags.length) {
                    for (var i = 0; i < m.tags.length; ++i)
                        w.uint32(10).string(m.tags[i]);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ContactTags.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ContactTags();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.tags && m.tags.length))
                                m.tags = [];
                            m.tags.push(r.stringVerify());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ContactTags;
        })();

        v1.ContactReply = (function() {

            const ContactReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ContactReply.prototype.entry = null;

            ContactReply.create = function(properties) {
                return new ContactReply(properties);
            };

            ContactReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.entry != null && $Object.hasOwnProperty.call(m, "entry"))
                    $root.parley.v1.AccountEntry.encode(m.entry, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ContactReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ContactReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.entry = $root.parley.v1.AccountEntry.decode(r, r.size(), $undefined, q + 1, m.entry);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ContactReply;
        })();

        v1.EntryKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ENTRY_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ENTRY_KIND_TEXT"] = 1;
            values[valuesById[2] = "ENTRY_KIND_IMAGE"] = 2;
            values[valuesById[3] = "ENTRY_KIND_VOICE"] = 3;
            values[valuesById[4] = "ENTRY_KIND_VIDEO"] = 4;
            values[valuesById[5] = "ENTRY_KIND_FILE"] = 5;
            values[valuesById[6] = "ENTRY_KIND_LOCATION"] = 6;
            values[valuesById[7] = "ENTRY_KIND_CARD"] = 7;
            values[valuesById[8] = "ENTRY_KIND_FORWARD"] = 8;
            values[valuesById[20] = "ENTRY_KIND_EDIT"] = 20;
            values[valuesById[21] = "ENTRY_KIND_RECALL"] = 21;
            values[valuesById[22] = "ENTRY_KIND_REACTION"] = 22;
            values[valuesById[23] = "ENTRY_KIND_PIN"] = 23;
            values[valuesById[24] = "ENTRY_KIND_BURN"] = 24;
            values[valuesById[40] = "ENTRY_KIND_NOTICE"] = 40;
            return values;
        })();

        v1.EntryBody = (function() {

            const EntryBody = function (p) {
                this.mentions = [];
                this.attachments = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EntryBody.prototype.text = "";
            EntryBody.prototype.mentions = $util.emptyArray;
            EntryBody.prototype.mentionAll = false;
            EntryBody.prototype.attachments = $util.emptyArray;
            EntryBody.prototype.location = null;
            EntryBody.prototype.card = null;
            EntryBody.prototype.forward = null;
            EntryBody.prototype.reaction = null;
            EntryBody.prototype.pinned = false;
            EntryBody.prototype.notice = null;
            EntryBody.prototype.burnAfterMs = 0;

            EntryBody.create = function(properties) {
                return new EntryBody(properties);
            };

            EntryBody.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.text != null && $Object.hasOwnProperty.call(m, "text") && m.text !== "")
                    w.uint32(10).string(m.text);
                if (m.mentions != null && m.mentions.length) {
                    for (var i = 0; i < m.mentions.length; ++i)
                        $root.parley.v1.Mention.encode(m.mentions[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.mentionAll != null && $Object.hasOwnProperty.call(m, "mentionAll") && m.mentionAll !== false)
                    w.uint32(24).bool(m.mentionAll);
                if (m.attachments != null && m.attachments.length) {
                    for (var i = 0; i < m.attachments.length; ++i)
                        $root.parley.v1.Attachment.encode(m.attachments[i], w.uint32(34).fork(), q + 1).ldelim();
                }
                if (m.location != null && $Object.hasOwnProperty.call(m, "location"))
                    $root.parley.v1.Location.encode(m.location, w.uint32(42).fork(), q + 1).ldelim();
                if (m.card != null && $Object.hasOwnProperty.call(m, "card"))
                    $root.parley.v1.Card.encode(m.card, w.uint32(50).fork(), q + 1).ldelim();
                if (m.forward != null && $Object.hasOwnProperty.call(m, "forward"))
                    $root.parley.v1.Forward.encode(m.forward, w.uint32(58).fork(), q + 1).ldelim();
                if (m.reaction != null && $Object.hasOwnProperty.call(m, "reaction"))
                    $root.parley.v1.Reaction.encode(m.reaction, w.uint32(66).fork(), q + 1).ldelim();
                if (m.pinned != null && $Object.hasOwnProperty.call(m, "pinned") && m.pinned !== false)
                    w.uint32(72).bool(m.pinned);
                if (m.notice != null && $Object.hasOwnProperty.call(m, "notice"))
                    $root.parley.v1.Notice.encode(m.notice, w.uint32(82).fork(), q + 1).ldelim();
                if (m.burnAfterMs != null && $Object.hasOwnProperty.call(m, "burnAfterMs") && m.burnAfterMs !== 0)
                    w.uint32(88).uint32(m.burnAfterMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EntryBody.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.EntryBody();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.text = v;
                            else
                                delete m.text;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.mentions && m.mentions.length))
                                m.mentions = [];
                            m.mentions.push($root.parley.v1.Mention.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.mentionAll = v;
                            else
                                delete m.mentionAll;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if (!(m.attachments && m.attachments.length))
                                m.attachments = [];
                            m.attachments.push($root.parley.v1.Attachment.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            m.location = $root.parley.v1.Location.decode(r, r.size(), $undefined, q + 1, m.location);
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            m.card = $root.parley.v1.Card.decode(r, r.size(), $undefined, q + 1, m.card);
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            m.forward = $root.parley.v1.Forward.decode(r, r.size(), $undefined, q + 1, m.forward);
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            m.reaction = $root.parley.v1.Reaction.decode(r, r.size(), $undefined, q + 1, m.reaction);
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.pinned = v;
                            else
                                delete m.pinned;
                            continue;
                        }
                    case 10: {
                            if (u !== 2)
                                break;
                            m.notice = $root.parley.v1.Notice.decode(r, r.size(), $undefined, q + 1, m.notice);
                            continue;
                        }
                    case 11: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.burnAfterMs = v;
                            else
                                delete m.burnAfterMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return EntryBody;
        })();

        v1.Mention = (function() {

            const Mention = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Mention.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Mention.prototype.offset = 0;
            Mention.prototype.length = 0;

            Mention.create = function(properties) {
                return new Mention(properties);
            };

            Mention.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.offset != null && $Object.hasOwnProperty.call(m, "offset") && m.offset !== 0)
                    w.uint32(16).uint32(m.offset);
                if (m.length != null && $Object.hasOwnProperty.call(m, "length") && m.length !== 0)
                    w.uint32(24).uint32(m.length);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Mention.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Mention();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.offset = v;
                            else
                                delete m.offset;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.length = v;
                            else
                                delete m.length;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Mention;
        })();

        v1.Attachment = (function() {

            const Attachment = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Attachment.prototype.file = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Attachment.prototype.name = "";
            Attachment.prototype.mediaType = "";
            Attachment.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Attachment.prototype.width = 0;
            Attachment.prototype.height = 0;
            Attachment.prototype.durationMs = 0;
            Attachment.prototype.placeholder = $util.newBuffer([]);
            Attachment.prototype.waveform = $util.newBuffer([]);

            Attachment.create = function(properties) {
                return new Attachment(properties);
            };

            Attachment.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.file != null && $Object.hasOwnProperty.call(m, "file") && (typeof m.file === "object" ? m.file.low || m.file.high : m.file !== 0))
                    w.uint32(8).uint64(m.file);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(18).string(m.name);
                if (m.mediaType != null && $Object.hasOwnProperty.call(m, "mediaType") && m.mediaType !== "")
                    w.uint32(26).string(m.mediaType);
                if (m.bytes != null && $Object.hasOwnProperty.call(m, "bytes") && (typeof m.bytes === "object" ? m.bytes.low || m.bytes.high : m.bytes !== 0))
                    w.uint32(32).uint64(m.bytes);
                if (m.width != null && $Object.hasOwnProperty.call(m, "width") && m.width !== 0)
                    w.uint32(40).uint32(m.width);
                if (m.height != null && $Object.hasOwnProperty.call(m, "height") && m.height !== 0)
                    w.uint32(48).uint32(m.height);
                if (m.durationMs != null && $Object.hasOwnProperty.call(m, "durationMs") && m.durationMs !== 0)
                    w.uint32(56).uint32(m.durationMs);
                if (m.placeholder != null && $Object.hasOwnProperty.call(m, "placeholder") && m.placeholder.length)
                    w.uint32(66).bytes(m.placeholder);
                if (m.waveform != null && $Object.hasOwnProperty.call(m, "waveform") && m.waveform.length)
                    w.uint32(74).bytes(m.waveform);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Attachment.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Attachment();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.file = v;
                            else
                                delete m.file;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.mediaType = v;
                            else
                                delete m.mediaType;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.bytes = v;
                            else
                                delete m.bytes;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.width = v;
                            else
                                delete m.width;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.height = v;
                            else
                                delete m.height;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.durationMs = v;
                            else
                                delete m.durationMs;
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.placeholder = v;
                            else
                                delete m.placeholder;
                            continue;
                        }
                    case 9: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.waveform = v;
                            else
                                delete m.waveform;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Attachment;
        })();

        v1.Location = (function() {

            const Location = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Location.prototype.latitudeE7 = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Location.prototype.longitudeE7 = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Location.prototype.name = "";
            Location.prototype.address = "";

            Location.create = function(properties) {
                return new Location(properties);
            };

            Location.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.latitudeE7 != null && $Object.hasOwnProperty.call(m, "latitudeE7") && (typeof m.latitudeE7 === "object" ? m.latitudeE7.low || m.latitudeE7.high : m.latitudeE7 !== 0))
                    w.uint32(8).uint64(m.latitudeE7);
                if (m.longitudeE7 != null && $Object.hasOwnProperty.call(m, "longitudeE7") && (typeof m.longitudeE7 === "object" ? m.longitudeE7.low || m.longitudeE7.high : m.longitudeE7 !== 0))
                    w.uint32(16).uint64(m.longitudeE7);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(26).string(m.name);
                if (m.address != null && $Object.hasOwnProperty.call(m, "address") && m.address !== "")
                    w.uint32(34).string(m.address);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Location.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Location();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.latitudeE7 = v;
                            else
                                delete m.latitudeE7;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.longitudeE7 = v;
                            else
                                delete m.longitudeE7;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.address = v;
                            else
                                delete m.address;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Location;
        })();

        v1.Card = (function() {

            const Card = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Card.prototype.type = "";
            Card.prototype.json = "";

            Card.create = function(properties) {
                return new Card(properties);
            };

            Card.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.type != null && $Object.hasOwnProperty.call(m, "type") && m.type !== "")
                    w.uint32(10).string(m.type);
                if (m.json != null && $Object.hasOwnProperty.call(m, "json") && m.json !== "")
                    w.uint32(18).string(m.json);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Card.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Card();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.type = v;
                            else
                                delete m.type;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.json = v;
                            else
                                delete m.json;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Card;
        })();

        v1.Forward = (function() {

            const Forward = function (p) {
                this.entries = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Forward.prototype.title = "";
            Forward.prototype.entries = $util.emptyArray;

            Forward.create = function(properties) {
                return new Forward(properties);
            };

            Forward.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.title != null && $Object.hasOwnProperty.call(m, "title") && m.title !== "")
                    w.uint32(10).string(m.title);
                if (m.entries != null && m.entries.length) {
                    for (var i = 0; i < m.entries.length; ++i)
                        $root.parley.v1.ForwardedEntry.encode(m.entries[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Forward.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Forward();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.title = v;
                            else
                                delete m.title;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.entries && m.entries.length))
                                m.entries = [];
                            m.entries.push($root.parley.v1.ForwardedEntry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Forward;
        })();

        v1.ForwardedEntry = (function() {

            const ForwardedEntry = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ForwardedEntry.prototype.sender = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ForwardedEntry.prototype.senderName = "";
            ForwardedEntry.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ForwardedEntry.prototype.kind = 0;
            ForwardedEntry.prototype.body = $util.newBuffer([]);

            ForwardedEntry.create = function(properties) {
                return new ForwardedEntry(properties);
            };

            ForwardedEntry.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.sender != null && $Object.hasOwnProperty.call(m, "sender") && (typeof m.sender === "object" ? m.sender.low || m.sender.high : m.sender !== 0))
                    w.uint32(8).uint64(m.sender);
                if (m.senderName != null && $Object.hasOwnProperty.call(m, "senderName") && m.senderName !== "")
                    w.uint32(18).string(m.senderName);
                if (m.timeMs != null && $Object.hasOwnProperty.call(m, "timeMs") && (typeof m.timeMs === "object" ? m.timeMs.low || m.timeMs.high : m.timeMs !== 0))
                    w.uint32(24).uint64(m.timeMs);
                if (m.kind != null && $Object.hasOwnProperty.call(m, "kind") && m.kind !== 0)
                    w.uint32(32).int32(m.kind);
                if (m.body != null && $Object.hasOwnProperty.call(m, "body") && m.body.length)
                    w.uint32(42).bytes(m.body);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ForwardedEntry.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ForwardedEntry();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sender = v;
                            else
                                delete m.sender;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.senderName = v;
                            else
                                delete m.senderName;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.timeMs = v;
                            else
                                delete m.timeMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.kind = v;
                            else
                                delete m.kind;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.body = v;
                            else
                                delete m.body;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ForwardedEntry;
        })();

        v1.Reaction = (function() {

            const Reaction = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Reaction.prototype.emoji = "";
            Reaction.prototype.removed = false;

            Reaction.create = function(properties) {
                return new Reaction(properties);
            };

            Reaction.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.emoji != null && $Object.hasOwnProperty.call(m, "emoji") && m.emoji !== "")
                    w.uint32(10).string(m.emoji);
                if (m.removed != null && $Object.hasOwnProperty.call(m, "removed") && m.removed !== false)
                    w.uint32(16).bool(m.removed);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Reaction.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Reaction();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.emoji = v;
                            else
                                delete m.emoji;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.removed = v;
                            else
                                delete m.removed;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Reaction;
        })();

        v1.Notice = (function() {

            const Notice = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Notice.prototype.type = 0;
            Notice.prototype.accounts = $util.emptyArray;
            Notice.prototype.text = "";
            Notice.prototype.value = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Notice.prototype.settings = null;

            Notice.create = function(properties) {
                return new Notice(properties);
            };

            Notice.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.type != null && $Object.hasOwnProperty.call(m, "type") && m.type !== 0)
                    w.uint32(8).int32(m.type);
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(18).uint64s(m.accounts);
                }
                if (m.text != null && $Object.hasOwnProperty.call(m, "text") && m.text !== "")
                    w.uint32(26).string(m.text);
                if (m.value != null && $Object.hasOwnProperty.call(m, "value") && (typeof m.value === "object" ? m.value.low || m.value.high : m.value !== 0))
                    w.uint32(32).uint64(m.value);
                if (m.settings != null && $Object.hasOwnProperty.call(m, "settings"))
                    $root.parley.v1.GroupSettings.encode(m.settings, w.uint32(42).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Notice.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Notice();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.type = v;
                            else
                                delete m.type;
                            continue;
                        }
                    case 2: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.text = v;
                            else
                                delete m.text;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.value = v;
                            else
                                delete m.value;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            m.settings = $root.parley.v1.GroupSettings.decode(r, r.size(), $undefined, q + 1, m.settings);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Notice;
        })();

        v1.NoticeType = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NOTICE_TYPE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "NOTICE_TYPE_GROUP_CREATED"] = 1;
            values[valuesById[2] = "NOTICE_TYPE_MEMBERS_ADDED"] = 2;
            values[valuesById[3] = "NOTICE_TYPE_MEMBER_JOINED"] = 3;
            values[valuesById[4] = "NOTICE_TYPE_MEMBER_LEFT"] = 4;
            values[valuesById[5] = "NOTICE_TYPE_MEMBERS_REMOVED"] = 5;
            values[valuesById[6] = "NOTICE_TYPE_OWNER_CHANGED"] = 6;
            values[valuesById[7] = "NOTICE_TYPE_ROLE_CHANGED"] = 7;
            values[valuesById[8] = "NOTICE_TYPE_NAME_CHANGED"] = 8;
            values[valuesById[9] = "NOTICE_TYPE_AVATAR_CHANGED"] = 9;
            values[valuesById[10] = "NOTICE_TYPE_ANNOUNCEMENT_CHANGED"] = 10;
            values[valuesById[11] = "NOTICE_TYPE_MEMBER_MUTED"] = 11;
            values[valuesById[12] = "NOTICE_TYPE_ALL_MUTED"] = 12;
            values[valuesById[13] = "NOTICE_TYPE_DISSOLVED"] = 13;
            values[valuesById[14] = "NOTICE_TYPE_SETTINGS_CHANGED"] = 14;
            values[valuesById[15] = "NOTICE_TYPE_NICKNAME_CHANGED"] = 15;
            return values;
        })();

        v1.GroupRole = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "GROUP_ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "GROUP_ROLE_MEMBER"] = 1;
            values[valuesById[2] = "GROUP_ROLE_ADMIN"] = 2;
            values[valuesById[3] = "GROUP_ROLE_OWNER"] = 3;
            return values;
        })();

        v1.GroupSettings = (function() {

            const GroupSettings = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GroupSettings.prototype.inviteFrom = 0;
            GroupSettings.prototype.mentionAllFrom = 0;
            GroupSettings.prototype.approveJoins = false;
            GroupSettings.prototype.historyFromStart = false;

            GroupSettings.create = function(properties) {
                return new GroupSettings(properties);
            };

            GroupSettings.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.inviteFrom != null && $Object.hasOwnProperty.call(m, "inviteFrom") && m.inviteFrom !== 0)
                    w.uint32(8).int32(m.inviteFrom);
                if (m.mentionAllFrom != null && $Object.hasOwnProperty.call(m, "mentionAllFrom") && m.mentionAllFrom !== 0)
                    w.uint32(16).int32(m.mentionAllFrom);
                if (m.approveJoins != null && $Object.hasOwnProperty.call(m, "approveJoins") && m.approveJoins !== false)
                    w.uint32(24).bool(m.approveJoins);
                if (m.historyFromStart != null && $Object.hasOwnProperty.call(m, "historyFromStart") && m.historyFromStart !== false)
                    w.uint32(32).bool(m.historyFromStart);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GroupSettings.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GroupSettings();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.inviteFrom = v;
                            else
                                delete m.inviteFrom;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.mentionAllFrom = v;
                            else
                                delete m.mentionAllFrom;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.approveJoins = v;
                            else
                                delete m.approveJoins;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.historyFromStart = v;
                            else
                                delete m.historyFromStart;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GroupSettings;
        })();

        v1.Group = (function() {

            const Group = function (p) {
                this.admins = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Group.prototype.name = "";
            Group.prototype.avatar = "";
            Group.prototype.avatarSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Group.prototype.announcement = "";
            Group.prototype.owner = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Group.prototype.admins = $util.emptyArray;
            Group.prototype.members = 0;
            Group.prototype.settings = null;
            Group.prototype.allMuted = false;
            Group.prototype.dissolved = false;
            Group.prototype.role = 0;
            Group.prototype.mutedUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Group.prototype.nickname = "";
            Group.prototype.remark = "";
            Group.prototype.joinRequests = 0;

            Group.create = function(properties) {
                return new Group(properties);
            };

            Group.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.avatar != null && $Object.hasOwnProperty.call(m, "avatar") && m.avatar !== "")
                    w.uint32(18).string(m.avatar);
                if (m.avatarSeq != null && $Object.hasOwnProperty.call(m, "avatarSeq") && (typeof m.avatarSeq === "object" ? m.avatarSeq.low || m.avatarSeq.high : m.avatarSeq !== 0))
                    w.uint32(24).uint64(m.avatarSeq);
                if (m.announcement != null && $Object.hasOwnProperty.call(m, "announcement") && m.announcement !== "")
                    w.uint32(34).string(m.announcement);
                if (m.owner != null && $Object.hasOwnProperty.call(m, "owner") && (typeof m.owner === "object" ? m.owner.low || m.owner.high : m.owner !== 0))
                    w.uint32(40).uint64(m.owner);
                if (m.admins != null && m.admins.length) {
                    w.uint32(50).uint64s(m.admins);
                }
                if (m.members != null && $Object.hasOwnProperty.call(m, "members") && m.members !== 0)
                    w.uint32(56).uint32(m.members);
                if (m.settings != null && $Object.hasOwnProperty.call(m, "settings"))
                    $root.parley.v1.GroupSettings.encode(m.settings, w.uint32(66).fork(), q + 1).ldelim();
                if (m.allMuted != null && $Object.hasOwnProperty.call(m, "allMuted") && m.allMuted !== false)
                    w.uint32(72).bool(m.allMuted);
                if (m.dissolved != null && $Object.hasOwnProperty.call(m, "dissolved") && m.dissolved !== false)
                    w.uint32(80).bool(m.dissolved);
                if (m.role != null && $Object.hasOwnProperty.call(m, "role") && m.role !== 0)
                    w.uint32(88).int32(m.role);
                if (m.mutedUntilMs != null && $Object.hasOwnProperty.call(m, "mutedUntilMs") && (typeof m.mutedUntilMs === "object" ? m.mutedUntilMs.low || m.mutedUntilMs.high : m.mutedUntilMs !== 0))
                    w.uint32(96).uint64(m.mutedUntilMs);
                if (m.nickname != null && $Object.hasOwnProperty.call(m, "nickname") && m.nickname !== "")
                    w.uint32(106).string(m.nickname);
                if (m.remark != null && $Object.hasOwnProperty.call(m, "remark") && m.remark !== "")
                    w.uint32(114).string(m.remark);
                if (m.joinRequests != null && $Object.hasOwnProperty.call(m, "joinRequests") && m.joinRequests !== 0)
                    w.uint32(120).uint32(m.joinRequests);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Group.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Group();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.avatar = v;
                            else
                                delete m.avatar;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.avatarSeq = v;
                            else
                                delete m.avatarSeq;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.announcement = v;
                            else
                                delete m.announcement;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.owner = v;
                            else
                                delete m.owner;
                            continue;
                        }
                    case 6: {
                            if (u === 2) {
                                if (!(m.admins && m.admins.length))
                                    m.admins = [];
                                r.uint64s(m.admins);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.admins && m.admins.length))
                                m.admins = [];
                            m.admins.push(r.uint64());
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.members = v;
                            else
                                delete m.members;
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            m.settings = $root.parley.v1.GroupSettings.decode(r, r.size(), $undefined, q + 1, m.settings);
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.allMuted = v;
                            else
                                delete m.allMuted;
                            continue;
                        }
                    case 10: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.dissolved = v;
                            else
                                delete m.dissolved;
                            continue;
                        }
                    case 11: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.role = v;
                            else
                                delete m.role;
                            continue;
                        }
                    case 12: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.mutedUntilMs = v;
                            else
                                delete m.mutedUntilMs;
                            continue;
                        }
                    case 13: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.nickname = v;
                            else
                                delete m.nickname;
                            continue;
                        }
                    case 14: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.remark = v;
                            else
                                delete m.remark;
                            continue;
                        }
                    case 15: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.joinRequests = v;
                            else
                                delete m.joinRequests;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Group;
        })();

        v1.CreateGroupRequest = (function() {

            const CreateGroupRequest = function (p) {
                this.members = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CreateGroupRequest.prototype.requestKey = $util.newBuffer([]);
            CreateGroupRequest.prototype.name = "";
            CreateGroupRequest.prototype.avatar = "";
            CreateGroupRequest.prototype.members = $util.emptyArray;
            CreateGroupRequest.prototype.settings = null;

            CreateGroupRequest.create = function(properties) {
                return new CreateGroupRequest(properties);
            };

            CreateGroupRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(10).bytes(m.requestKey);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(18).string(m.name);
                if (m.avatar != null && $Object.hasOwnProperty.call(m, "avatar") && m.avatar !== "")
                    w.uint32(26).string(m.avatar);
                if (m.members != null && m.members.length) {
                    w.uint32(34).uint64s(m.members);
                }
                if (m.settings != null && $Object.hasOwnProperty.call(m, "settings"))
                    $root.parley.v1.GroupSettings.encode(m.settings, w.uint32(42).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CreateGroupRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.CreateGroupRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.avatar = v;
                            else
                                delete m.avatar;
                            continue;
                        }
                    case 4: {
                            if (u === 2) {
                                if (!(m.members && m.members.length))
                                    m.members = [];
                                r.uint64s(m.members);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.members && m.members.length))
                                m.members = [];
                            m.members.push(r.uint64());
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            m.settings = $root.parley.v1.GroupSettings.decode(r, r.size(), $undefined, q + 1, m.settings);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return CreateGroupRequest;
        })();

        v1.CreateGroupReply = (function() {

            const CreateGroupReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CreateGroupReply.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            CreateGroupReply.create = function(properties) {
                return new CreateGroupReply(properties);
            };

            CreateGroupReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CreateGroupReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.CreateGroupReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return CreateGroupReply;
        })();

        v1.GroupReply = (function() {

            const GroupReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GroupReply.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GroupReply.prototype.repeated = false;

            GroupReply.create = function(properties) {
                return new GroupReply(properties);
            };

            GroupReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.seq != null && $Object.hasOwnProperty.call(m, "seq") && (typeof m.seq === "object" ? m.seq.low || m.seq.high : m.seq !== 0))
                    w.uint32(8).uint64(m.seq);
                if (m.repeated != null && $Object.hasOwnProperty.call(m, "repeated") && m.repeated !== false)
                    w.uint32(16).bool(m.repeated);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GroupReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GroupReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.seq = v;
                            else
                                delete m.seq;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.repeated = v;
                            else
                                delete m.repeated;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GroupReply;
        })();

        v1.SetGroupRequest = (function() {

            const SetGroupRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetGroupRequest.prototype.target = null;
            SetGroupRequest.prototype.requestKey = $util.newBuffer([]);
            SetGroupRequest.prototype.name = null;
            SetGroupRequest.prototype.avatar = null;
            SetGroupRequest.prototype.announcement = null;
            SetGroupRequest.prototype.settings = null;
            SetGroupRequest.prototype.allMuted = null;

            let $oneOfFields;

            $Object.defineProperty(SetGroupRequest.prototype, "change", {
                get: $util.oneOfGetter($oneOfFields = ["name", "avatar", "announcement", "settings", "allMuted"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SetGroupRequest.create = function(properties) {
                return new SetGroupRequest(properties);
            };

            SetGroupRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name"))
                    w.uint32(26).string(m.name);
                if (m.avatar != null && $Object.hasOwnProperty.call(m, "avatar"))
                    w.uint32(34).string(m.avatar);
                if (m.announcement != null && $Object.hasOwnProperty.call(m, "announcement"))
                    w.uint32(42).string(m.announcement);
                if (m.settings != null && $Object.hasOwnProperty.call(m, "settings"))
                    $root.parley.v1.GroupSettings.encode(m.settings, w.uint32(50).fork(), q + 1).ldelim();
                if (m.allMuted != null && $Object.hasOwnProperty.call(m, "allMuted"))
                    w.uint32(56).bool(m.allMuted);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetGroupRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetGroupRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.name = r.stringVerify();
                            m.change = "name";
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            m.avatar = r.stringVerify();
                            m.change = "avatar";
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            m.announcement = r.stringVerify();
                            m.change = "announcement";
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            m.settings = $root.parley.v1.GroupSettings.decode(r, r.size(), $undefined, q + 1, m.settings);
                            m.change = "settings";
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            m.allMuted = r.bool();
                            m.change = "allMuted";
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetGroupRequest;
        })();

        v1.InviteMembersRequest = (function() {

            const InviteMembersRequest = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            InviteMembersRequest.prototype.target = null;
            InviteMembersRequest.prototype.requestKey = $util.newBuffer([]);
            InviteMembersRequest.prototype.accounts = $util.emptyArray;

            InviteMembersRequest.create = function(properties) {
                return new InviteMembersRequest(properties);
            };

            InviteMembersRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(26).uint64s(m.accounts);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            InviteMembersRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.InviteMembersRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return InviteMembersRequest;
        })();

        v1.RemoveMembersRequest = (function() {

            const RemoveMembersRequest = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RemoveMembersRequest.prototype.target = null;
            RemoveMembersRequest.prototype.requestKey = $util.newBuffer([]);
            RemoveMembersRequest.prototype.accounts = $util.emptyArray;

            RemoveMembersRequest.create = function(properties) {
                return new RemoveMembersRequest(properties);
            };

            RemoveMembersRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(26).uint64s(m.accounts);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RemoveMembersRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.RemoveMembersRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return RemoveMembersRequest;
        })();

        v1.LeaveGroupRequest = (function() {

            const LeaveGroupRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LeaveGroupRequest.prototype.target = null;
            LeaveGroupRequest.prototype.requestKey = $util.newBuffer([]);

            LeaveGroupRequest.create = function(properties) {
                return new LeaveGroupRequest(properties);
            };

            LeaveGroupRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LeaveGroupRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.LeaveGroupRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return LeaveGroupRequest;
        })();

        v1.SetMemberRoleRequest = (function() {

            const SetMemberRoleRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetMemberRoleRequest.prototype.target = null;
            SetMemberRoleRequest.prototype.requestKey = $util.newBuffer([]);
            SetMemberRoleRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SetMemberRoleRequest.prototype.role = 0;

            SetMemberRoleRequest.create = function(properties) {
                return new SetMemberRoleRequest(properties);
            };

            SetMemberRoleRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(24).uint64(m.account);
                if (m.role != null && $Object.hasOwnProperty.call(m, "role") && m.role !== 0)
                    w.uint32(32).int32(m.role);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetMemberRoleRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetMemberRoleRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.role = v;
                            else
                                delete m.role;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetMemberRoleRequest;
        })();

        v1.TransferGroupRequest = (function() {

            const TransferGroupRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            TransferGroupRequest.prototype.target = null;
            TransferGroupRequest.prototype.requestKey = $util.newBuffer([]);
            TransferGroupRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            TransferGroupRequest.create = function(properties) {
                return new TransferGroupRequest(properties);
            };

            TransferGroupRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(24).uint64(m.account);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            TransferGroupRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.TransferGroupRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return TransferGroupRequest;
        })();

        v1.DissolveGroupRequest = (function() {

            const DissolveGroupRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DissolveGroupRequest.prototype.target = null;
            DissolveGroupRequest.prototype.requestKey = $util.newBuffer([]);

            DissolveGroupRequest.create = function(properties) {
                return new DissolveGroupRequest(properties);
            };

            DissolveGroupRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DissolveGroupRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.DissolveGroupRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return DissolveGroupRequest;
        })();

        v1.MuteMemberRequest = (function() {

            const MuteMemberRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            MuteMemberRequest.prototype.target = null;
            MuteMemberRequest.prototype.requestKey = $util.newBuffer([]);
            MuteMemberRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            MuteMemberRequest.prototype.untilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            MuteMemberRequest.create = function(properties) {
                return new MuteMemberRequest(properties);
            };

            MuteMemberRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(24).uint64(m.account);
                if (m.untilMs != null && $Object.hasOwnProperty.call(m, "untilMs") && (typeof m.untilMs === "object" ? m.untilMs.low || m.untilMs.high : m.untilMs !== 0))
                    w.uint32(32).uint64(m.untilMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            MuteMemberRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.MuteMemberRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.untilMs = v;
                            else
                                delete m.untilMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return MuteMemberRequest;
        })();

        v1.SetGroupNicknameRequest = (function() {

            const SetGroupNicknameRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetGroupNicknameRequest.prototype.target = null;
            SetGroupNicknameRequest.prototype.requestKey = $util.newBuffer([]);
            SetGroupNicknameRequest.prototype.nickname = "";

            SetGroupNicknameRequest.create = function(properties) {
                return new SetGroupNicknameRequest(properties);
            };

            SetGroupNicknameRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.nickname != null && $Object.hasOwnProperty.call(m, "nickname") && m.nickname !== "")
                    w.uint32(26).string(m.nickname);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetGroupNicknameRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetGroupNicknameRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.nickname = v;
                            else
                                delete m.nickname;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetGroupNicknameRequest;
        })();

        v1.SetGroupRemarkRequest = (function() {

            const SetGroupRemarkRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetGroupRemarkRequest.prototype.target = null;
            SetGroupRemarkRequest.prototype.requestKey = $util.newBuffer([]);
            SetGroupRemarkRequest.prototype.remark = "";

            SetGroupRemarkRequest.create = function(properties) {
                return new SetGroupRemarkRequest(properties);
            };

            SetGroupRemarkRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.remark != null && $Object.hasOwnProperty.call(m, "remark") && m.remark !== "")
                    w.uint32(26).string(m.remark);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetGroupRemarkRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetGroupRemarkRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.remark = v;
                            else
                                delete m.remark;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetGroupRemarkRequest;
        })();

        v1.GroupMember = (function() {

            const GroupMember = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GroupMember.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GroupMember.prototype.role = 0;
            GroupMember.prototype.nickname = "";
            GroupMember.prototype.mutedUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GroupMember.prototype.joinedSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GroupMember.prototype.delivered = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GroupMember.prototype.read = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            GroupMember.create = function(properties) {
                return new GroupMember(properties);
            };

            GroupMember.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.role != null && $Object.hasOwnProperty.call(m, "role") && m.role !== 0)
                    w.uint32(16).int32(m.role);
                if (m.nickname != null && $Object.hasOwnProperty.call(m, "nickname") && m.nickname !== "")
                    w.uint32(26).string(m.nickname);
                if (m.mutedUntilMs != null && $Object.hasOwnProperty.call(m, "mutedUntilMs") && (typeof m.mutedUntilMs === "object" ? m.mutedUntilMs.low || m.mutedUntilMs.high : m.mutedUntilMs !== 0))
                    w.uint32(32).uint64(m.mutedUntilMs);
                if (m.joinedSeq != null && $Object.hasOwnProperty.call(m, "joinedSeq") && (typeof m.joinedSeq === "object" ? m.joinedSeq.low || m.joinedSeq.high : m.joinedSeq !== 0))
                    w.uint32(40).uint64(m.joinedSeq);
                if (m.delivered != null && $Object.hasOwnProperty.call(m, "delivered") && (typeof m.delivered === "object" ? m.delivered.low || m.delivered.high : m.delivered !== 0))
                    w.uint32(48).uint64(m.delivered);
                if (m.read != null && $Object.hasOwnProperty.call(m, "read") && (typeof m.read === "object" ? m.read.low || m.read.high : m.read !== 0))
                    w.uint32(56).uint64(m.read);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GroupMember.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GroupMember();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.role = v;
                            else
                                delete m.role;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.nickname = v;
                            else
                                delete m.nickname;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.mutedUntilMs = v;
                            else
                                delete m.mutedUntilMs;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.joinedSeq = v;
                            else
                                delete m.joinedSeq;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.delivered = v;
                            else
                                delete m.delivered;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.read = v;
                            else
                                delete m.read;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GroupMember;
        })();

        v1.ListMembersRequest = (function() {

            const ListMembersRequest = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListMembersRequest.prototype.target = null;
            ListMembersRequest.prototype.after = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ListMembersRequest.prototype.limit = 0;
            ListMembersRequest.prototype.accounts = $util.emptyArray;

            ListMembersRequest.create = function(properties) {
                return new ListMembersRequest(properties);
            };

            ListMembersRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.after != null && $Object.hasOwnProperty.call(m, "after") && (typeof m.after === "object" ? m.after.low || m.after.high : m.after !== 0))
                    w.uint32(16).uint64(m.after);
                if (m.limit != null && $Object.hasOwnProperty.call(m, "limit") && m.limit !== 0)
                    w.uint32(24).uint32(m.limit);
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(34).uint64s(m.accounts);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListMembersRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListMembersRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.after = v;
                            else
                                delete m.after;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.limit = v;
                            else
                                delete m.limit;
                            continue;
                        }
                    case 4: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListMembersRequest;
        })();

        v1.ListMembersReply = (function() {

            const ListMembersReply = function (p) {
                this.members = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListMembersReply.prototype.members = $util.emptyArray;
            ListMembersReply.prototype.more = false;

            ListMembersReply.create = function(properties) {
                return new ListMembersReply(properties);
            };

            ListMembersReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.members != null && m.members.length) {
                    for (var i = 0; i < m.members.length; ++i)
                        $root.parley.v1.GroupMember.encode(m.members[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.more != null && $Object.hasOwnProperty.call(m, "more") && m.more !== false)
                    w.uint32(16).bool(m.more);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListMembersReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListMembersReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.members && m.members.length))
                                m.members = [];
                            m.members.push($root.parley.v1.GroupMember.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.more = v;
                            else
                                delete m.more;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListMembersReply;
        })();

        v1.ListReadersRequest = (function() {

            const ListReadersRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListReadersRequest.prototype.target = null;
            ListReadersRequest.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ListReadersRequest.prototype.unread = false;
            ListReadersRequest.prototype.after = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ListReadersRequest.prototype.limit = 0;

            ListReadersRequest.create = function(properties) {
                return new ListReadersRequest(properties);
            };

            ListReadersRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.seq != null && $Object.hasOwnProperty.call(m, "seq") && (typeof m.seq === "object" ? m.seq.low || m.seq.high : m.seq !== 0))
                    w.uint32(16).uint64(m.seq);
                if (m.unread != null && $Object.hasOwnProperty.call(m, "unread") && m.unread !== false)
                    w.uint32(24).bool(m.unread);
                if (m.after != null && $Object.hasOwnProperty.call(m, "after") && (typeof m.after === "object" ? m.after.low || m.after.high : m.after !== 0))
                    w.uint32(32).uint64(m.after);
                if (m.limit != null && $Object.hasOwnProperty.call(m, "limit") && m.limit !== 0)
                    w.uint32(40).uint32(m.limit);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListReadersRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListReadersRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.seq = v;
                            else
                                delete m.seq;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.unread = v;
                            else
                                delete m.unread;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.after = v;
                            else
                                delete m.after;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.limit = v;
                            else
                                delete m.limit;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListReadersRequest;
        })();

        v1.ListReadersReply = (function() {

            const ListReadersReply = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListReadersReply.prototype.accounts = $util.emptyArray;
            ListReadersReply.prototype.more = false;
            ListReadersReply.prototype.readCount = 0;
            ListReadersReply.prototype.unreadCount = 0;

            ListReadersReply.create = function(properties) {
                return new ListReadersReply(properties);
            };

            ListReadersReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(10).uint64s(m.accounts);
                }
                if (m.more != null && $Object.hasOwnProperty.call(m, "more") && m.more !== false)
                    w.uint32(16).bool(m.more);
                if (m.readCount != null && $Object.hasOwnProperty.call(m, "readCount") && m.readCount !== 0)
                    w.uint32(24).uint32(m.readCount);
                if (m.unreadCount != null && $Object.hasOwnProperty.call(m, "unreadCount") && m.unreadCount !== 0)
                    w.uint32(32).uint32(m.unreadCount);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListReadersReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListReadersReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.more = v;
                            else
                                delete m.more;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.readCount = v;
                            else
                                delete m.readCount;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.unreadCount = v;
                            else
                                delete m.unreadCount;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListReadersReply;
        })();

        v1.GroupLink = (function() {

            const GroupLink = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GroupLink.prototype.token = "";
            GroupLink.prototype.creator = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GroupLink.prototype.createdMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GroupLink.prototype.expiresMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GroupLink.prototype.usesMax = 0;
            GroupLink.prototype.uses = 0;

            GroupLink.create = function(properties) {
                return new GroupLink(properties);
            };

            GroupLink.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.token != null && $Object.hasOwnProperty.call(m, "token") && m.token !== "")
                    w.uint32(10).string(m.token);
                if (m.creator != null && $Object.hasOwnProperty.call(m, "creator") && (typeof m.creator === "object" ? m.creator.low || m.creator.high : m.creator !== 0))
                    w.uint32(16).uint64(m.creator);
                if (m.createdMs != null && $Object.hasOwnProperty.call(m, "createdMs") && (typeof m.createdMs === "object" ? m.createdMs.low || m.createdMs.high : m.createdMs !== 0))
                    w.uint32(24).uint64(m.createdMs);
                if (m.expiresMs != null && $Object.hasOwnProperty.call(m, "expiresMs") && (typeof m.expiresMs === "object" ? m.expiresMs.low || m.expiresMs.high : m.expiresMs !== 0))
                    w.uint32(32).uint64(m.expiresMs);
                if (m.usesMax != null && $Object.hasOwnProperty.call(m, "usesMax") && m.usesMax !== 0)
                    w.uint32(40).uint32(m.usesMax);
                if (m.uses != null && $Object.hasOwnProperty.call(m, "uses") && m.uses !== 0)
                    w.uint32(48).uint32(m.uses);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GroupLink.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GroupLink();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.token = v;
                            else
                                delete m.token;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.creator = v;
                            else
                                delete m.creator;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.createdMs = v;
                            else
                                delete m.createdMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.expiresMs = v;
                            else
                                delete m.expiresMs;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.usesMax = v;
                            else
                                delete m.usesMax;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.uses = v;
                            else
                                delete m.uses;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GroupLink;
        })();

        v1.CreateGroupLinkRequest = (function() {

            const CreateGroupLinkRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CreateGroupLinkRequest.prototype.target = null;
            CreateGroupLinkRequest.prototype.requestKey = $util.newBuffer([]);
            CreateGroupLinkRequest.prototype.lifetimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            CreateGroupLinkRequest.prototype.usesMax = 0;

            CreateGroupLinkRequest.create = function(properties) {
                return new CreateGroupLinkRequest(properties);
            };

            CreateGroupLinkRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.lifetimeMs != null && $Object.hasOwnProperty.call(m, "lifetimeMs") && (typeof m.lifetimeMs === "object" ? m.lifetimeMs.low || m.lifetimeMs.high : m.lifetimeMs !== 0))
                    w.uint32(24).uint64(m.lifetimeMs);
                if (m.usesMax != null && $Object.hasOwnProperty.call(m, "usesMax") && m.usesMax !== 0)
                    w.uint32(32).uint32(m.usesMax);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CreateGroupLinkRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.CreateGroupLinkRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.lifetimeMs = v;
                            else
                                delete m.lifetimeMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.usesMax = v;
                            else
                                delete m.usesMax;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return CreateGroupLinkRequest;
        })();

        v1.RevokeGroupLinkRequest = (function() {

            const RevokeGroupLinkRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RevokeGroupLinkRequest.prototype.target = null;
            RevokeGroupLinkRequest.prototype.requestKey = $util.newBuffer([]);
            RevokeGroupLinkRequest.prototype.token = "";

            RevokeGroupLinkRequest.create = function(properties) {
                return new RevokeGroupLinkRequest(properties);
            };

            RevokeGroupLinkRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.token != null && $Object.hasOwnProperty.call(m, "token") && m.token !== "")
                    w.uint32(26).string(m.token);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RevokeGroupLinkRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.RevokeGroupLinkRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.token = v;
                            else
                                delete m.token;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return RevokeGroupLinkRequest;
        })();

        v1.ListGroupLinksRequest = (function() {

            const ListGroupLinksRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListGroupLinksRequest.prototype.target = null;

            ListGroupLinksRequest.create = function(properties) {
                return new ListGroupLinksRequest(properties);
            };

            ListGroupLinksRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListGroupLinksRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListGroupLinksRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListGroupLinksRequest;
        })();

        v1.ListGroupLinksReply = (function() {

            const ListGroupLinksReply = function (p) {
                this.links = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListGroupLinksReply.prototype.links = $util.emptyArray;

            ListGroupLinksReply.create = function(properties) {
                return new ListGroupLinksReply(properties);
            };

            ListGroupLinksReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.links != null && m.links.length) {
                    for (var i = 0; i < m.links.length; ++i)
                        $root.parley.v1.GroupLink.encode(m.links[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListGroupLinksReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListGroupLinksReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.links && m.links.length))
                                m.links = [];
                            m.links.push($root.parley.v1.GroupLink.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListGroupLinksReply;
        })();

        v1.LookAtGroupLinkRequest = (function() {

            const LookAtGroupLinkRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LookAtGroupLinkRequest.prototype.token = "";

            LookAtGroupLinkRequest.create = function(properties) {
                return new LookAtGroupLinkRequest(properties);
            };

            LookAtGroupLinkRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.token != null && $Object.hasOwnProperty.call(m, "token") && m.token !== "")
                    w.uint32(10).string(m.token);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LookAtGroupLinkRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.LookAtGroupLinkRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.token = v;
                            else
                                delete m.token;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return LookAtGroupLinkRequest;
        })();

        v1.LookAtGroupLinkReply = (function() {

            const LookAtGroupLinkReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LookAtGroupLinkReply.prototype.name = "";
            LookAtGroupLinkReply.prototype.avatar = "";
            LookAtGroupLinkReply.prototype.members = 0;
            LookAtGroupLinkReply.prototype.approveJoins = false;
            LookAtGroupLinkReply.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            LookAtGroupLinkReply.create = function(properties) {
                return new LookAtGroupLinkReply(properties);
            };

            LookAtGroupLinkReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.avatar != null && $Object.hasOwnProperty.call(m, "avatar") && m.avatar !== "")
                    w.uint32(18).string(m.avatar);
                if (m.members != null && $Object.hasOwnProperty.call(m, "members") && m.members !== 0)
                    w.uint32(24).uint32(m.members);
                if (m.approveJoins != null && $Object.hasOwnProperty.call(m, "approveJoins") && m.approveJoins !== false)
                    w.uint32(32).bool(m.approveJoins);
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(40).uint64(m.conversation);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LookAtGroupLinkReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.LookAtGroupLinkReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.avatar = v;
                            else
                                delete m.avatar;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.members = v;
                            else
                                delete m.members;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.approveJoins = v;
                            else
                                delete m.approveJoins;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return LookAtGroupLinkReply;
        })();

        v1.JoinGroupRequest = (function() {

            const JoinGroupRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            JoinGroupRequest.prototype.requestKey = $util.newBuffer([]);
            JoinGroupRequest.prototype.token = "";
            JoinGroupRequest.prototype.text = "";

            JoinGroupRequest.create = function(properties) {
                return new JoinGroupRequest(properties);
            };

            JoinGroupRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(10).bytes(m.requestKey);
                if (m.token != null && $Object.hasOwnProperty.call(m, "token") && m.token !== "")
                    w.uint32(18).string(m.token);
                if (m.text != null && $Object.hasOwnProperty.call(m, "text") && m.text !== "")
                    w.uint32(26).string(m.text);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            JoinGroupRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.JoinGroupRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.token = v;
                            else
                                delete m.token;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.text = v;
                            else
                                delete m.text;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return JoinGroupRequest;
        })();

        v1.JoinGroupReply = (function() {

            const JoinGroupReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            JoinGroupReply.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            JoinGroupReply.create = function(properties) {
                return new JoinGroupReply(properties);
            };

            JoinGroupReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            JoinGroupReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.JoinGroupReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return JoinGroupReply;
        })();

        v1.JoinRequest = (function() {

            const JoinRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            JoinRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            JoinRequest.prototype.text = "";
            JoinRequest.prototype.askedMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            JoinRequest.create = function(properties) {
                return new JoinRequest(properties);
            };

            JoinRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.text != null && $Object.hasOwnProperty.call(m, "text") && m.text !== "")
                    w.uint32(18).string(m.text);
                if (m.askedMs != null && $Object.hasOwnProperty.call(m, "askedMs") && (typeof m.askedMs === "object" ? m.askedMs.low || m.askedMs.high : m.askedMs !== 0))
                    w.uint32(24).uint64(m.askedMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            JoinRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.JoinRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.text = v;
                            else
                                delete m.text;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.askedMs = v;
                            else
                                delete m.askedMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return JoinRequest;
        })();

        v1.ListJoinRequestsRequest = (function() {

            const ListJoinRequestsRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListJoinRequestsRequest.prototype.target = null;

            ListJoinRequestsRequest.create = function(properties) {
                return new ListJoinRequestsRequest(properties);
            };

            ListJoinRequestsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListJoinRequestsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListJoinRequestsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListJoinRequestsRequest;
        })();

        v1.ListJoinRequestsReply = (function() {

            const ListJoinRequestsReply = function (p) {
                this.requests = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListJoinRequestsReply.prototype.requests = $util.emptyArray;

            ListJoinRequestsReply.create = function(properties) {
                return new ListJoinRequestsReply(properties);
            };

            ListJoinRequestsReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.requests != null && m.requests.length) {
                    for (var i = 0; i < m.requests.length; ++i)
                        $root.parley.v1.JoinRequest.encode(m.requests[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListJoinRequestsReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListJoinRequestsReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.requests && m.requests.length))
                                m.requests = [];
                            m.requests.push($root.parley.v1.JoinRequest.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListJoinRequestsReply;
        })();

        v1.AnswerJoinRequestRequest = (function() {

            const AnswerJoinRequestRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            AnswerJoinRequestRequest.prototype.target = null;
            AnswerJoinRequestRequest.prototype.requestKey = $util.newBuffer([]);
            AnswerJoinRequestRequest.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AnswerJoinRequestRequest.prototype.accept = false;

            AnswerJoinRequestRequest.create = function(properties) {
                return new AnswerJoinRequestRequest(properties);
            };

            AnswerJoinRequestRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(24).uint64(m.account);
                if (m.accept != null && $Object.hasOwnProperty.call(m, "accept") && m.accept !== false)
                    w.uint32(32).bool(m.accept);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            AnswerJoinRequestRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.AnswerJoinRequestRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.accept = v;
                            else
                                delete m.accept;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return AnswerJoinRequestRequest;
        })();

        v1.MemberCursorsPush = (function() {

            const MemberCursorsPush = function (p) {
                this.cursors = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            MemberCursorsPush.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            MemberCursorsPush.prototype.cursors = $util.emptyArray;

            MemberCursorsPush.create = function(properties) {
                return new MemberCursorsPush(properties);
            };

            MemberCursorsPush.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.cursors != null && m.cursors.length) {
                    for (var i = 0; i < m.cursors.length; ++i)
                        $root.parley.v1.MemberCursor.encode(m.cursors[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            MemberCursorsPush.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.MemberCursorsPush();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.cursors && m.cursors.length))
                                m.cursors = [];
                            m.cursors.push($root.parley.v1.MemberCursor.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return MemberCursorsPush;
        })();

        v1.MemberCursor = (function() {

            const MemberCursor = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            MemberCursor.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            MemberCursor.prototype.delivered = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            MemberCursor.prototype.read = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            MemberCursor.create = function(properties) {
                return new MemberCursor(properties);
            };

            MemberCursor.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.delivered != null && $Object.hasOwnProperty.call(m, "delivered") && (typeof m.delivered === "object" ? m.delivered.low || m.delivered.high : m.delivered !== 0))
                    w.uint32(16).uint64(m.delivered);
                if (m.read != null && $Object.hasOwnProperty.call(m, "read") && (typeof m.read === "object" ? m.read.low || m.read.high : m.read !== 0))
                    w.uint32(24).uint64(m.read);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            MemberCursor.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.MemberCursor();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.delivered = v;
                            else
                                delete m.delivered;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.read = v;
                            else
                                delete m.read;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return MemberCursor;
        })();

        v1.FileInfo = (function() {

            const FileInfo = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FileInfo.prototype.file = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FileInfo.prototype.name = "";
            FileInfo.prototype.mediaType = "";
            FileInfo.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FileInfo.prototype.width = 0;
            FileInfo.prototype.height = 0;
            FileInfo.prototype.placeholder = $util.newBuffer([]);
            FileInfo.prototype.path = "";
            FileInfo.prototype.thumbnailPath = "";
            FileInfo.prototype.expiresMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            FileInfo.create = function(properties) {
                return new FileInfo(properties);
            };

            FileInfo.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.file != null && $Object.hasOwnProperty.call(m, "file") && (typeof m.file === "object" ? m.file.low || m.file.high : m.file !== 0))
                    w.uint32(8).uint64(m.file);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(18).string(m.name);
                if (m.mediaType != null && $Object.hasOwnProperty.call(m, "mediaType") && m.mediaType !== "")
                    w.uint32(26).string(m.mediaType);
                if (m.bytes != null && $Object.hasOwnProperty.call(m, "bytes") && (typeof m.bytes === "object" ? m.bytes.low || m.bytes.high : m.bytes !== 0))
                    w.uint32(32).uint64(m.bytes);
                if (m.width != null && $Object.hasOwnProperty.call(m, "width") && m.width !== 0)
                    w.uint32(40).uint32(m.width);
                if (m.height != null && $Object.hasOwnProperty.call(m, "height") && m.height !== 0)
                    w.uint32(48).uint32(m.height);
                if (m.placeholder != null && $Object.hasOwnProperty.call(m, "placeholder") && m.placeholder.length)
                    w.uint32(58).bytes(m.placeholder);
                if (m.path != null && $Object.hasOwnProperty.call(m, "path") && m.path !== "")
                    w.uint32(66).string(m.path);
                if (m.thumbnailPath != null && $Object.hasOwnProperty.call(m, "thumbnailPath") && m.thumbnailPath !== "")
                    w.uint32(74).string(m.thumbnailPath);
                if (m.expiresMs != null && $Object.hasOwnProperty.call(m, "expiresMs") && (typeof m.expiresMs === "object" ? m.expiresMs.low || m.expiresMs.high : m.expiresMs !== 0))
                    w.uint32(80).uint64(m.expiresMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FileInfo.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.FileInfo();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.file = v;
                            else
                                delete m.file;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.mediaType = v;
                            else
                                delete m.mediaType;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.bytes = v;
                            else
                                delete m.bytes;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.width = v;
                            else
                                delete m.width;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.height = v;
                            else
                                delete m.height;
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.placeholder = v;
                            else
                                delete m.placeholder;
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.path = v;
                            else
                                delete m.path;
                            continue;
                        }
                    case 9: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.thumbnailPath = v;
                            else
                                delete m.thumbnailPath;
                            continue;
                        }
                    case 10: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.expiresMs = v;
                            else
                                delete m.expiresMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return FileInfo;
        })();

        v1.GetFilesRequest = (function() {

            const GetFilesRequest = function (p) {
                this.files = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetFilesRequest.prototype.files = $util.emptyArray;
            GetFilesRequest.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            GetFilesRequest.create = function(properties) {
                return new GetFilesRequest(properties);
            };

            GetFilesRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.files != null && m.files.length) {
                    w.uint32(10).uint64s(m.files);
                }
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(16).uint64(m.conversation);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetFilesRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetFilesRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.files && m.files.length))
                                    m.files = [];
                                r.uint64s(m.files);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.files && m.files.length))
                                m.files = [];
                            m.files.push(r.uint64());
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetFilesRequest;
        })();

        v1.GetFilesReply = (function() {

            const GetFilesReply = function (p) {
                this.files = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetFilesReply.prototype.files = $util.emptyArray;

            GetFilesReply.create = function(properties) {
                return new GetFilesReply(properties);
            };

            GetFilesReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.files != null && m.files.length) {
                    for (var i = 0; i < m.files.length; ++i)
                        $root.parley.v1.FileInfo.encode(m.files[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetFilesReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetFilesReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.files && m.files.length))
                                m.files = [];
                            m.files.push($root.parley.v1.FileInfo.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetFilesReply;
        })();

        v1.GetFileSpaceRequest = (function() {

            const GetFileSpaceRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetFileSpaceRequest.create = function(properties) {
                return new GetFileSpaceRequest(properties);
            };

            GetFileSpaceRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetFileSpaceRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetFileSpaceRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t >>> 3);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetFileSpaceRequest;
        })();

        v1.GetFileSpaceReply = (function() {

            const GetFileSpaceReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetFileSpaceReply.prototype.usedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetFileSpaceReply.prototype.accountBytesMax = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetFileSpaceReply.prototype.dayBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetFileSpaceReply.prototype.dayBytesMax = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetFileSpaceReply.prototype.fileBytesMax = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetFileSpaceReply.prototype.imageBytesMax = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetFileSpaceReply.prototype.publicUrl = "";
            GetFileSpaceReply.prototype.httpPort = 0;
            GetFileSpaceReply.prototype.httpSecure = false;

            GetFileSpaceReply.create = function(properties) {
                return new GetFileSpaceReply(properties);
            };

            GetFileSpaceReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.usedBytes != null && $Object.hasOwnProperty.call(m, "usedBytes") && (typeof m.usedBytes === "object" ? m.usedBytes.low || m.usedBytes.high : m.usedBytes !== 0))
                    w.uint32(8).uint64(m.usedBytes);
                if (m.accountBytesMax != null && $Object.hasOwnProperty.call(m, "accountBytesMax") && (typeof m.accountBytesMax === "object" ? m.accountBytesMax.low || m.accountBytesMax.high : m.accountBytesMax !== 0))
                    w.uint32(16).uint64(m.accountBytesMax);
                if (m.dayBytes != null && $Object.hasOwnProperty.call(m, "dayBytes") && (typeof m.dayBytes === "object" ? m.dayBytes.low || m.dayBytes.high : m.dayBytes !== 0))
                    w.uint32(24).uint64(m.dayBytes);
                if (m.dayBytesMax != null && $Object.hasOwnProperty.call(m, "dayBytesMax") && (typeof m.dayBytesMax === "object" ? m.dayBytesMax.low || m.dayBytesMax.high : m.dayBytesMax !== 0))
                    w.uint32(32).uint64(m.dayBytesMax);
                if (m.fileBytesMax != null && $Object.hasOwnProperty.call(m, "fileBytesMax") && (typeof m.fileBytesMax === "object" ? m.fileBytesMax.low || m.fileBytesMax.high : m.fileBytesMax !== 0))
                    w.uint32(40).uint64(m.fileBytesMax);
                if (m.imageBytesMax != null && $Object.hasOwnProperty.call(m, "imageBytesMax") && (typeof m.imageBytesMax === "object" ? m.imageBytesMax.low || m.imageBytesMax.high : m.imageBytesMax !== 0))
                    w.uint32(48).uint64(m.imageBytesMax);
                if (m.publicUrl != null && $Object.hasOwnProperty.call(m, "publicUrl") && m.publicUrl !== "")
                    w.uint32(58).string(m.publicUrl);
                if (m.httpPort != null && $Object.hasOwnProperty.call(m, "httpPort") && m.httpPort !== 0)
                    w.uint32(64).uint32(m.httpPort);
                if (m.httpSecure != null && $Object.hasOwnProperty.call(m, "httpSecure") && m.httpSecure !== false)
                    w.uint32(72).bool(m.httpSecure);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetFileSpaceReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetFileSpaceReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.usedBytes = v;
                            else
                                delete m.usedBytes;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.accountBytesMax = v;
                            else
                                delete m.accountBytesMax;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.dayBytes = v;
                            else
                                delete m.dayBytes;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.dayBytesMax = v;
                            else
                                delete m.dayBytesMax;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.fileBytesMax = v;
                            else
                                delete m.fileBytesMax;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.imageBytesMax = v;
                            else
                                delete m.imageBytesMax;
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.publicUrl = v;
                            else
                                delete m.publicUrl;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.httpPort = v;
                            else
                                delete m.httpPort;
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.httpSecure = v;
                            else
                                delete m.httpSecure;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetFileSpaceReply;
        })();

        v1.LoginRequest = (function() {

            const LoginRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LoginRequest.prototype.accessToken = $util.newBuffer([]);
            LoginRequest.prototype.client = "";
            LoginRequest.prototype.capabilities = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            LoginRequest.create = function(properties) {
                return new LoginRequest(properties);
            };

            LoginRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.accessToken != null && $Object.hasOwnProperty.call(m, "accessToken") && m.accessToken.length)
                    w.uint32(10).bytes(m.accessToken);
                if (m.client != null && $Object.hasOwnProperty.call(m, "client") && m.client !== "")
                    w.uint32(18).string(m.client);
                if (m.capabilities != null && $Object.hasOwnProperty.call(m, "capabilities") && (typeof m.capabilities === "object" ? m.capabilities.low || m.capabilities.high : m.capabilities !== 0))
                    w.uint32(24).uint64(m.capabilities);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LoginRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.LoginRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.accessToken = v;
                            else
                                delete m.accessToken;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.client = v;
                            else
                                delete m.client;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.capabilities = v;
                            else
                                delete m.capabilities;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return LoginRequest;
        })();

        v1.LoginReply = (function() {

            const LoginReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LoginReply.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LoginReply.prototype.resumeKey = $util.newBuffer([]);
            LoginReply.prototype.epoch = 0;
            LoginReply.prototype.heartbeatMs = 0;
            LoginReply.prototype.serverTimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LoginReply.prototype.limits = null;
            LoginReply.prototype.minClient = "";
            LoginReply.prototype.capabilities = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LoginReply.prototype.generation = $util.newBuffer([]);
            LoginReply.prototype.account = null;
            LoginReply.prototype.device = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            LoginReply.create = function(properties) {
                return new LoginReply(properties);
            };

            LoginReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(8).uint64(m.session);
                if (m.resumeKey != null && $Object.hasOwnProperty.call(m, "resumeKey") && m.resumeKey.length)
                    w.uint32(18).bytes(m.resumeKey);
                if (m.epoch != null && $Object.hasOwnProperty.call(m, "epoch") && m.epoch !== 0)
                    w.uint32(24).uint32(m.epoch);
                if (m.heartbeatMs != null && $Object.hasOwnProperty.call(m, "heartbeatMs") && m.heartbeatMs !== 0)
                    w.uint32(32).uint32(m.heartbeatMs);
                if (m.serverTimeMs != null && $Object.hasOwnProperty.call(m, "serverTimeMs") && (typeof m.serverTimeMs === "object" ? m.serverTimeMs.low || m.serverTimeMs.high : m.serverTimeMs !== 0))
                    w.uint32(40).uint64(m.serverTimeMs);
                if (m.limits != null && $Object.hasOwnProperty.call(m, "limits"))
                    $root.parley.v1.Limits.encode(m.limits, w.uint32(50).fork(), q + 1).ldelim();
                if (m.minClient != null && $Object.hasOwnProperty.call(m, "minClient") && m.minClient !== "")
                    w.uint32(58).string(m.minClient);
                if (m.capabilities != null && $Object.hasOwnProperty.call(m, "capabilities") && (typeof m.capabilities === "object" ? m.capabilities.low || m.capabilities.high : m.capabilities !== 0))
                    w.uint32(64).uint64(m.capabilities);
                if (m.generation != null && $Object.hasOwnProperty.call(m, "generation") && m.generation.length)
                    w.uint32(74).bytes(m.generation);
                if (m.account != null && $Object.hasOwnProperty.call(m, "account"))
                    $root.parley.v1.OwnAccount.encode(m.account, w.uint32(82).fork(), q + 1).ldelim();
                if (m.device != null && $Object.hasOwnProperty.call(m, "device") && (typeof m.device === "object" ? m.device.low || m.device.high : m.device !== 0))
                    w.uint32(88).uint64(m.device);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LoginReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.LoginReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.resumeKey = v;
                            else
                                delete m.resumeKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.epoch = v;
                            else
                                delete m.epoch;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.heartbeatMs = v;
                            else
                                delete m.heartbeatMs;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.serverTimeMs = v;
                            else
                                delete m.serverTimeMs;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            m.limits = $root.parley.v1.Limits.decode(r, r.size(), $undefined, q + 1, m.limits);
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.minClient = v;
                            else
                                delete m.minClient;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.capabilities = v;
                            else
                                delete m.capabilities;
                            continue;
                        }
                    case 9: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.generation = v;
                            else
                                delete m.generation;
                            continue;
                        }
                    case 10: {
                            if (u !== 2)
                                break;
                            m.account = $root.parley.v1.OwnAccount.decode(r, r.size(), $undefined, q + 1, m.account);
                            continue;
                        }
                    case 11: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.device = v;
                            else
                                delete m.device;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return LoginReply;
        })();

        v1.ResumeRequest = (function() {

            const ResumeRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ResumeRequest.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ResumeRequest.prototype.resumeKey = $util.newBuffer([]);
            ResumeRequest.prototype.capabilities = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ResumeRequest.create = function(properties) {
                return new ResumeRequest(properties);
            };

            ResumeRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(8).uint64(m.session);
                if (m.resumeKey != null && $Object.hasOwnProperty.call(m, "resumeKey") && m.resumeKey.length)
                    w.uint32(18).bytes(m.resumeKey);
                if (m.capabilities != null && $Object.hasOwnProperty.call(m, "capabilities") && (typeof m.capabilities === "object" ? m.capabilities.low || m.capabilities.high : m.capabilities !== 0))
                    w.uint32(24).uint64(m.capabilities);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ResumeRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ResumeRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.resumeKey = v;
                            else
                                delete m.resumeKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.capabilities = v;
                            else
                                delete m.capabilities;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ResumeRequest;
        })();

        v1.Limits = (function() {

            const Limits = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Limits.prototype.frameBodyBytesMax = 0;
            Limits.prototype.textBytesMax = 0;
            Limits.prototype.pageEntriesMax = 0;
            Limits.prototype.requestsInFlightMax = 0;
            Limits.prototype.pushAckMs = 0;
            Limits.prototype.accountItemBytesMax = 0;

            Limits.create = function(properties) {
                return new Limits(properties);
            };

            Limits.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.frameBodyBytesMax != null && $Object.hasOwnProperty.call(m, "frameBodyBytesMax") && m.frameBodyBytesMax !== 0)
                    w.uint32(8).uint32(m.frameBodyBytesMax);
                if (m.textBytesMax != null && $Object.hasOwnProperty.call(m, "textBytesMax") && m.textBytesMax !== 0)
                    w.uint32(16).uint32(m.textBytesMax);
                if (m.pageEntriesMax != null && $Object.hasOwnProperty.call(m, "pageEntriesMax") && m.pageEntriesMax !== 0)
                    w.uint32(24).uint32(m.pageEntriesMax);
                if (m.requestsInFlightMax != null && $Object.hasOwnProperty.call(m, "requestsInFlightMax") && m.requestsInFlightMax !== 0)
                    w.uint32(32).uint32(m.requestsInFlightMax);
                if (m.pushAckMs != null && $Object.hasOwnProperty.call(m, "pushAckMs") && m.pushAckMs !== 0)
                    w.uint32(40).uint32(m.pushAckMs);
                if (m.accountItemBytesMax != null && $Object.hasOwnProperty.call(m, "accountItemBytesMax") && m.accountItemBytesMax !== 0)
                    w.uint32(48).uint32(m.accountItemBytesMax);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Limits.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Limits();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.frameBodyBytesMax = v;
                            else
                                delete m.frameBodyBytesMax;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.textBytesMax = v;
                            else
                                delete m.textBytesMax;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.pageEntriesMax = v;
                            else
                                delete m.pageEntriesMax;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.requestsInFlightMax = v;
                            else
                                delete m.requestsInFlightMax;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.pushAckMs = v;
                            else
                                delete m.pushAckMs;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.accountItemBytesMax = v;
                            else
                                delete m.accountItemBytesMax;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Limits;
        })();

        v1.Entry = (function() {

            const Entry = function (p) {
                this.reactions = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Entry.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.sender = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.clientId = $util.newBuffer([]);
            Entry.prototype.kind = 0;
            Entry.prototype.refSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.body = $util.newBuffer([]);
            Entry.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.changed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.state = 0;
            Entry.prototype.reactions = $util.emptyArray;
            Entry.prototype.editSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.burnAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.bodyKept = false;
            Entry.prototype.ownKept = false;
            Entry.prototype.pinSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Entry.create = function(properties) {
                return new Entry(properties);
            };

            Entry.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.seq != null && $Object.hasOwnProperty.call(m, "seq") && (typeof m.seq === "object" ? m.seq.low || m.seq.high : m.seq !== 0))
                    w.uint32(8).uint64(m.seq);
                if (m.sender != null && $Object.hasOwnProperty.call(m, "sender") && (typeof m.sender === "object" ? m.sender.low || m.sender.high : m.sender !== 0))
                    w.uint32(16).uint64(m.sender);
                if (m.clientId != null && $Object.hasOwnProperty.call(m, "clientId") && m.clientId.length)
                    w.uint32(26).bytes(m.clientId);
                if (m.kind != null && $Object.hasOwnProperty.call(m, "kind") && m.kind !== 0)
                    w.uint32(32).int32(m.kind);
                if (m.refSeq != null && $Object.hasOwnProperty.call(m, "refSeq") && (typeof m.refSeq === "object" ? m.refSeq.low || m.refSeq.high : m.refSeq !== 0))
                    w.uint32(40).uint64(m.refSeq);
                if (m.body != null && $Object.hasOwnProperty.call(m, "body") && m.body.length)
                    w.uint32(50).bytes(m.body);
                if (m.timeMs != null && $Object.hasOwnProperty.call(m, "timeMs") && (typeof m.timeMs === "object" ? m.timeMs.low || m.timeMs.high : m.timeMs !== 0))
                    w.uint32(56).uint64(m.timeMs);
                if (m.count != null && $Object.hasOwnProperty.call(m, "count") && (typeof m.count === "object" ? m.count.low || m.count.high : m.count !== 0))
                    w.uint32(64).uint64(m.count);
                if (m.changed != null && $Object.hasOwnProperty.call(m, "changed") && (typeof m.changed === "object" ? m.changed.low || m.changed.high : m.changed !== 0))
                    w.uint32(72).uint64(m.changed);
                if (m.state != null && $Object.hasOwnProperty.call(m, "state") && m.state !== 0)
                    w.uint32(80).int32(m.state);
                if (m.reactions != null && m.reactions.length) {
                    for (var i = 0; i < m.reactions.length; ++i)
                        $root.parley.v1.EntryReaction.encode(m.reactions[i], w.uint32(90).fork(), q + 1).ldelim();
                }
                if (m.editSeq != null && $Object.hasOwnProperty.call(m, "editSeq") && (typeof m.editSeq === "object" ? m.editSeq.low || m.editSeq.high : m.editSeq !== 0))
                    w.uint32(96).uint64(m.editSeq);
                if (m.burnAtMs != null && $Object.hasOwnProperty.call(m, "burnAtMs") && (typeof m.burnAtMs === "object" ? m.burnAtMs.low || m.burnAtMs.high : m.burnAtMs !== 0))
                    w.uint32(104).uint64(m.burnAtMs);
                if (m.bodyKept != null && $Object.hasOwnProperty.call(m, "bodyKept") && m.bodyKept !== false)
                    w.uint32(112).bool(m.bodyKept);
                if (m.ownKept != null && $Object.hasOwnProperty.call(m, "ownKept") && m.ownKept !== false)
                    w.uint32(120).bool(m.ownKept);
                if (m.pinSeq != null && $Object.hasOwnProperty.call(m, "pinSeq") && (typeof m.pinSeq === "object" ? m.pinSeq.low || m.pinSeq.high : m.pinSeq !== 0))
                    w.uint32(128).uint64(m.pinSeq);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Entry.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Entry();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.seq = v;
                            else
                                delete m.seq;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sender = v;
                            else
                                delete m.sender;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.clientId = v;
                            else
                                delete m.clientId;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.kind = v;
                            else
                                delete m.kind;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.refSeq = v;
                            else
                                delete m.refSeq;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.body = v;
                            else
                                delete m.body;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.timeMs = v;
                            else
                                delete m.timeMs;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.count = v;
                            else
                                delete m.count;
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.changed = v;
                            else
                                delete m.changed;
                            continue;
                        }
                    case 10: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.state = v;
                            else
                                delete m.state;
                            continue;
                        }
                    case 11: {
                            if (u !== 2)
                                break;
                            if (!(m.reactions && m.reactions.length))
                                m.reactions = [];
                            m.reactions.push($root.parley.v1.EntryReaction.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 12: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.editSeq = v;
                            else
                                delete m.editSeq;
                            continue;
                        }
                    case 13: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.burnAtMs = v;
                            else
                                delete m.burnAtMs;
                            continue;
                        }
                    case 14: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.bodyKept = v;
                            else
                                delete m.bodyKept;
                            continue;
                        }
                    case 15: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.ownKept = v;
                            else
                                delete m.ownKept;
                            continue;
                        }
                    case 16: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.pinSeq = v;
                            else
                                delete m.pinSeq;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Entry;
        })();

        v1.EntryReaction = (function() {

            const EntryReaction = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EntryReaction.prototype.emoji = "";
            EntryReaction.prototype.count = 0;
            EntryReaction.prototype.accounts = $util.emptyArray;
            EntryReaction.prototype.mine = false;

            EntryReaction.create = function(properties) {
                return new EntryReaction(properties);
            };

            EntryReaction.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.emoji != null && $Object.hasOwnProperty.call(m, "emoji") && m.emoji !== "")
                    w.uint32(10).string(m.emoji);
                if (m.count != null && $Object.hasOwnProperty.call(m, "count") && m.count !== 0)
                    w.uint32(16).uint32(m.count);
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(26).uint64s(m.accounts);
                }
                if (m.mine != null && $Object.hasOwnProperty.call(m, "mine") && m.mine !== false)
                    w.uint32(32).bool(m.mine);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EntryReaction.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.EntryReaction();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.emoji = v;
                            else
                                delete m.emoji;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.count = v;
                            else
                                delete m.count;
                            continue;
                        }
                    case 3: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.mine = v;
                            else
                                delete m.mine;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return EntryReaction;
        })();

        v1.EntryState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ENTRY_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ENTRY_STATE_EDITED"] = 1;
            values[valuesById[2] = "ENTRY_STATE_RECALLED"] = 2;
            values[valuesById[3] = "ENTRY_STATE_ERASED"] = 3;
            return values;
        })();

        v1.SendRequest = (function() {

            const SendRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SendRequest.prototype.target = null;
            SendRequest.prototype.clientId = $util.newBuffer([]);
            SendRequest.prototype.kind = 0;
            SendRequest.prototype.refSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SendRequest.prototype.body = $util.newBuffer([]);
            SendRequest.prototype.after = $util.newBuffer([]);
            SendRequest.prototype.readUpTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            SendRequest.create = function(properties) {
                return new SendRequest(properties);
            };

            SendRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.clientId != null && $Object.hasOwnProperty.call(m, "clientId") && m.clientId.length)
                    w.uint32(18).bytes(m.clientId);
                if (m.kind != null && $Object.hasOwnProperty.call(m, "kind") && m.kind !== 0)
                    w.uint32(24).int32(m.kind);
                if (m.refSeq != null && $Object.hasOwnProperty.call(m, "refSeq") && (typeof m.refSeq === "object" ? m.refSeq.low || m.refSeq.high : m.refSeq !== 0))
                    w.uint32(32).uint64(m.refSeq);
                if (m.body != null && $Object.hasOwnProperty.call(m, "body") && m.body.length)
                    w.uint32(42).bytes(m.body);
                if (m.after != null && $Object.hasOwnProperty.call(m, "after") && m.after.length)
                    w.uint32(50).bytes(m.after);
                if (m.readUpTo != null && $Object.hasOwnProperty.call(m, "readUpTo") && (typeof m.readUpTo === "object" ? m.readUpTo.low || m.readUpTo.high : m.readUpTo !== 0))
                    w.uint32(56).uint64(m.readUpTo);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SendRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SendRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.clientId = v;
                            else
                                delete m.clientId;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.kind = v;
                            else
                                delete m.kind;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.refSeq = v;
                            else
                                delete m.refSeq;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.body = v;
                            else
                                delete m.body;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.after = v;
                            else
                                delete m.after;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.readUpTo = v;
                            else
                                delete m.readUpTo;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SendRequest;
        })();

        v1.SendReply = (function() {

            const SendReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SendReply.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SendReply.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SendReply.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SendReply.prototype.duplicate = false;

            SendReply.create = function(properties) {
                return new SendReply(properties);
            };

            SendReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.seq != null && $Object.hasOwnProperty.call(m, "seq") && (typeof m.seq === "object" ? m.seq.low || m.seq.high : m.seq !== 0))
                    w.uint32(16).uint64(m.seq);
                if (m.timeMs != null && $Object.hasOwnProperty.call(m, "timeMs") && (typeof m.timeMs === "object" ? m.timeMs.low || m.timeMs.high : m.timeMs !== 0))
                    w.uint32(24).uint64(m.timeMs);
                if (m.duplicate != null && $Object.hasOwnProperty.call(m, "duplicate") && m.duplicate !== false)
                    w.uint32(32).bool(m.duplicate);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SendReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SendReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.seq = v;
                            else
                                delete m.seq;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.timeMs = v;
                            else
                                delete m.timeMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.duplicate = v;
                            else
                                delete m.duplicate;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SendReply;
        })();

        v1.ScheduleSendRequest = (function() {

            const ScheduleSendRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ScheduleSendRequest.prototype.target = null;
            ScheduleSendRequest.prototype.clientId = $util.newBuffer([]);
            ScheduleSendRequest.prototype.kind = 0;
            ScheduleSendRequest.prototype.refSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ScheduleSendRequest.prototype.body = $util.newBuffer([]);
            ScheduleSendRequest.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ScheduleSendRequest.create = function(properties) {
                return new ScheduleSendRequest(properties);
            };

            ScheduleSendRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.clientId != null && $Object.hasOwnProperty.call(m, "clientId") && m.clientId.length)
                    w.uint32(18).bytes(m.clientId);
                if (m.kind != null && $Object.hasOwnProperty.call(m, "kind") && m.kind !== 0)
                    w.uint32(24).int32(m.kind);
                if (m.refSeq != null && $Object.hasOwnProperty.call(m, "refSeq") && (typeof m.refSeq === "object" ? m.refSeq.low || m.refSeq.high : m.refSeq !== 0))
                    w.uint32(32).uint64(m.refSeq);
                if (m.body != null && $Object.hasOwnProperty.call(m, "body") && m.body.length)
                    w.uint32(42).bytes(m.body);
                if (m.atMs != null && $Object.hasOwnProperty.call(m, "atMs") && (typeof m.atMs === "object" ? m.atMs.low || m.atMs.high : m.atMs !== 0))
                    w.uint32(48).uint64(m.atMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ScheduleSendRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ScheduleSendRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.clientId = v;
                            else
                                delete m.clientId;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.kind = v;
                            else
                                delete m.kind;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.refSeq = v;
                            else
                                delete m.refSeq;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.body = v;
                            else
                                delete m.body;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.atMs = v;
                            else
                                delete m.atMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ScheduleSendRequest;
        })();

        v1.ScheduledSend = (function() {

            const ScheduledSend = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ScheduledSend.prototype.clientId = $util.newBuffer([]);
            ScheduledSend.prototype.target = null;
            ScheduledSend.prototype.kind = 0;
            ScheduledSend.prototype.refSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ScheduledSend.prototype.body = $util.newBuffer([]);
            ScheduledSend.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ScheduledSend.prototype.createdMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ScheduledSend.prototype.state = 0;
            ScheduledSend.prototype.error = 0;

            ScheduledSend.create = function(properties) {
                return new ScheduledSend(properties);
            };

            ScheduledSend.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.clientId != null && $Object.hasOwnProperty.call(m, "clientId") && m.clientId.length)
                    w.uint32(10).bytes(m.clientId);
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(18).fork(), q + 1).ldelim();
                if (m.kind != null && $Object.hasOwnProperty.call(m, "kind") && m.kind !== 0)
                    w.uint32(24).int32(m.kind);
                if (m.refSeq != null && $Object.hasOwnProperty.call(m, "refSeq") && (typeof m.refSeq === "object" ? m.refSeq.low || m.refSeq.high : m.refSeq !== 0))
                    w.uint32(32).uint64(m.refSeq);
                if (m.body != null && $Object.hasOwnProperty.call(m, "body") && m.body.length)
                    w.uint32(42).bytes(m.body);
                if (m.atMs != null && $Object.hasOwnProperty.call(m, "atMs") && (typeof m.atMs === "object" ? m.atMs.low || m.atMs.high : m.atMs !== 0))
                    w.uint32(48).uint64(m.atMs);
                if (m.createdMs != null && $Object.hasOwnProperty.call(m, "createdMs") && (typeof m.createdMs === "object" ? m.createdMs.low || m.createdMs.high : m.createdMs !== 0))
                    w.uint32(56).uint64(m.createdMs);
                if (m.state != null && $Object.hasOwnProperty.call(m, "state") && m.state !== 0)
                    w.uint32(64).int32(m.state);
                if (m.error != null && $Object.hasOwnProperty.call(m, "error") && m.error !== 0)
                    w.uint32(72).uint32(m.error);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ScheduledSend.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ScheduledSend();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.clientId = v;
                            else
                                delete m.clientId;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.kind = v;
                            else
                                delete m.kind;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.refSeq = v;
                            else
                                delete m.refSeq;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.body = v;
                            else
                                delete m.body;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.atMs = v;
                            else
                                delete m.atMs;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.createdMs = v;
                            else
                                delete m.createdMs;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.state = v;
                            else
                                delete m.state;
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.error = v;
                            else
                                delete m.error;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ScheduledSend;
        })();

        v1.ScheduledState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SCHEDULED_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SCHEDULED_STATE_WAITING"] = 1;
            values[valuesById[2] = "SCHEDULED_STATE_FAILED"] = 2;
            return values;
        })();

        v1.ScheduledReply = (function() {

            const ScheduledReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ScheduledReply.prototype.entry = null;

            ScheduledReply.create = function(properties) {
                return new ScheduledReply(properties);
            };

            ScheduledReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.entry != null && $Object.hasOwnProperty.call(m, "entry"))
                    $root.parley.v1.AccountEntry.encode(m.entry, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ScheduledReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ScheduledReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.entry = $root.parley.v1.AccountEntry.decode(r, r.size(), $undefined, q + 1, m.entry);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ScheduledReply;
        })();

        v1.ChangeScheduledRequest = (function() {

            const ChangeScheduledRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ChangeScheduledRequest.prototype.clientId = $util.newBuffer([]);
            ChangeScheduledRequest.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ChangeScheduledRequest.prototype.requestKey = $util.newBuffer([]);

            ChangeScheduledRequest.create = function(properties) {
                return new ChangeScheduledRequest(properties);
            };

            ChangeScheduledRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.clientId != null && $Object.hasOwnProperty.call(m, "clientId") && m.clientId.length)
                    w.uint32(10).bytes(m.clientId);
                if (m.atMs != null && $Object.hasOwnProperty.call(m, "atMs") && (typeof m.atMs === "object" ? m.atMs.low || m.atMs.high : m.atMs !== 0))
                    w.uint32(16).uint64(m.atMs);
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(26).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ChangeScheduledRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ChangeScheduledRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.clientId = v;
                            else
                                delete m.clientId;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.atMs = v;
                            else
                                delete m.atMs;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ChangeScheduledRequest;
        })();

        v1.CancelScheduledRequest = (function() {

            const CancelScheduledRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CancelScheduledRequest.prototype.clientId = $util.newBuffer([]);
            CancelScheduledRequest.prototype.requestKey = $util.newBuffer([]);

            CancelScheduledRequest.create = function(properties) {
                return new CancelScheduledRequest(properties);
            };

            CancelScheduledRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.clientId != null && $Object.hasOwnProperty.call(m, "clientId") && m.clientId.length)
                    w.uint32(10).bytes(m.clientId);
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CancelScheduledRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.CancelScheduledRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.clientId = v;
                            else
                                delete m.clientId;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return CancelScheduledRequest;
        })();

        v1.SendScheduledNowRequest = (function() {

            const SendScheduledNowRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SendScheduledNowRequest.prototype.clientId = $util.newBuffer([]);
            SendScheduledNowRequest.prototype.requestKey = $util.newBuffer([]);

            SendScheduledNowRequest.create = function(properties) {
                return new SendScheduledNowRequest(properties);
            };

            SendScheduledNowRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.clientId != null && $Object.hasOwnProperty.call(m, "clientId") && m.clientId.length)
                    w.uint32(10).bytes(m.clientId);
                if (m.requestKey != null && $Object.hasOwnProperty.call(m, "requestKey") && m.requestKey.length)
                    w.uint32(18).bytes(m.requestKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SendScheduledNowRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SendScheduledNowRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.clientId = v;
                            else
                                delete m.clientId;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.requestKey = v;
                            else
                                delete m.requestKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SendScheduledNowRequest;
        })();

        v1.PullRequest = (function() {

            const PullRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PullRequest.prototype.target = null;
            PullRequest.prototype.fromSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PullRequest.prototype.limit = 0;
            PullRequest.prototype.backward = false;

            PullRequest.create = function(properties) {
                return new PullRequest(properties);
            };

            PullRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.fromSeq != null && $Object.hasOwnProperty.call(m, "fromSeq") && (typeof m.fromSeq === "object" ? m.fromSeq.low || m.fromSeq.high : m.fromSeq !== 0))
                    w.uint32(16).uint64(m.fromSeq);
                if (m.limit != null && $Object.hasOwnProperty.call(m, "limit") && m.limit !== 0)
                    w.uint32(24).uint32(m.limit);
                if (m.backward != null && $Object.hasOwnProperty.call(m, "backward") && m.backward !== false)
                    w.uint32(32).bool(m.backward);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PullRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.PullRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.fromSeq = v;
                            else
                                delete m.fromSeq;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.limit = v;
                            else
                                delete m.limit;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.backward = v;
                            else
                                delete m.backward;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return PullRequest;
        })();

        v1.PullReply = (function() {

            const PullReply = function (p) {
                this.entries = [];
                this.changes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PullReply.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PullReply.prototype.entries = $util.emptyArray;
            PullReply.prototype.coveredFrom = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PullReply.prototype.coveredTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PullReply.prototype.headSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PullReply.prototype.firstSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PullReply.prototype.changes = $util.emptyArray;

            PullReply.create = function(properties) {
                return new PullReply(properties);
            };

            PullReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.entries != null && m.entries.length) {
                    for (var i = 0; i < m.entries.length; ++i)
                        $root.parley.v1.Entry.encode(m.entries[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.coveredFrom != null && $Object.hasOwnProperty.call(m, "coveredFrom") && (typeof m.coveredFrom === "object" ? m.coveredFrom.low || m.coveredFrom.high : m.coveredFrom !== 0))
                    w.uint32(24).uint64(m.coveredFrom);
                if (m.coveredTo != null && $Object.hasOwnProperty.call(m, "coveredTo") && (typeof m.coveredTo === "object" ? m.coveredTo.low || m.coveredTo.high : m.coveredTo !== 0))
                    w.uint32(32).uint64(m.coveredTo);
                if (m.headSeq != null && $Object.hasOwnProperty.call(m, "headSeq") && (typeof m.headSeq === "object" ? m.headSeq.low || m.headSeq.high : m.headSeq !== 0))
                    w.uint32(40).uint64(m.headSeq);
                if (m.firstSeq != null && $Object.hasOwnProperty.call(m, "firstSeq") && (typeof m.firstSeq === "object" ? m.firstSeq.low || m.firstSeq.high : m.firstSeq !== 0))
                    w.uint32(48).uint64(m.firstSeq);
                if (m.changes != null && m.changes.length) {
                    for (var i = 0; i < m.changes.length; ++i)
                        $root.parley.v1.Entry.encode(m.changes[i], w.uint32(58).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PullReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.PullReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.entries && m.entries.length))
                                m.entries = [];
                            m.entries.push($root.parley.v1.Entry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.coveredFrom = v;
                            else
                                delete m.coveredFrom;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.coveredTo = v;
                            else
                                delete m.coveredTo;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.headSeq = v;
                            else
                                delete m.headSeq;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.firstSeq = v;
                            else
                                delete m.firstSeq;
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if (!(m.changes && m.changes.length))
                                m.changes = [];
                            m.changes.push($root.parley.v1.Entry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return PullReply;
        })();

        v1.ListPinsRequest = (function() {

            const ListPinsRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListPinsRequest.prototype.target = null;
            ListPinsRequest.prototype.before = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ListPinsRequest.prototype.limit = 0;

            ListPinsRequest.create = function(properties) {
                return new ListPinsRequest(properties);
            };

            ListPinsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.before != null && $Object.hasOwnProperty.call(m, "before") && (typeof m.before === "object" ? m.before.low || m.before.high : m.before !== 0))
                    w.uint32(16).uint64(m.before);
                if (m.limit != null && $Object.hasOwnProperty.call(m, "limit") && m.limit !== 0)
                    w.uint32(24).uint32(m.limit);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListPinsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListPinsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.before = v;
                            else
                                delete m.before;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.limit = v;
                            else
                                delete m.limit;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListPinsRequest;
        })();

        v1.ListPinsReply = (function() {

            const ListPinsReply = function (p) {
                this.entries = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListPinsReply.prototype.entries = $util.emptyArray;
            ListPinsReply.prototype.more = false;

            ListPinsReply.create = function(properties) {
                return new ListPinsReply(properties);
            };

            ListPinsReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.entries != null && m.entries.length) {
                    for (var i = 0; i < m.entries.length; ++i)
                        $root.parley.v1.Entry.encode(m.entries[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.more != null && $Object.hasOwnProperty.call(m, "more") && m.more !== false)
                    w.uint32(16).bool(m.more);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListPinsReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ListPinsReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.entries && m.entries.length))
                                m.entries = [];
                            m.entries.push($root.parley.v1.Entry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.more = v;
                            else
                                delete m.more;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ListPinsReply;
        })();

        v1.ReceivedNote = (function() {

            const ReceivedNote = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ReceivedNote.prototype.target = null;
            ReceivedNote.prototype.upTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ReceivedNote.create = function(properties) {
                return new ReceivedNote(properties);
            };

            ReceivedNote.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.upTo != null && $Object.hasOwnProperty.call(m, "upTo") && (typeof m.upTo === "object" ? m.upTo.low || m.upTo.high : m.upTo !== 0))
                    w.uint32(16).uint64(m.upTo);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ReceivedNote.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ReceivedNote();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.upTo = v;
                            else
                                delete m.upTo;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ReceivedNote;
        })();

        v1.ReadNote = (function() {

            const ReadNote = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ReadNote.prototype.target = null;
            ReadNote.prototype.upTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ReadNote.create = function(properties) {
                return new ReadNote(properties);
            };

            ReadNote.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.upTo != null && $Object.hasOwnProperty.call(m, "upTo") && (typeof m.upTo === "object" ? m.upTo.low || m.upTo.high : m.upTo !== 0))
                    w.uint32(16).uint64(m.upTo);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ReadNote.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ReadNote();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.upTo = v;
                            else
                                delete m.upTo;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ReadNote;
        })();

        v1.TypingNote = (function() {

            const TypingNote = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            TypingNote.prototype.target = null;
            TypingNote.prototype.stopped = false;

            TypingNote.create = function(properties) {
                return new TypingNote(properties);
            };

            TypingNote.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.stopped != null && $Object.hasOwnProperty.call(m, "stopped") && m.stopped !== false)
                    w.uint32(16).bool(m.stopped);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            TypingNote.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.TypingNote();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.stopped = v;
                            else
                                delete m.stopped;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return TypingNote;
        })();

        v1.EntryPush = (function() {

            const EntryPush = function (p) {
                this.changes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EntryPush.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EntryPush.prototype.entry = null;
            EntryPush.prototype.headSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EntryPush.prototype.changes = $util.emptyArray;

            EntryPush.create = function(properties) {
                return new EntryPush(properties);
            };

            EntryPush.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.entry != null && $Object.hasOwnProperty.call(m, "entry"))
                    $root.parley.v1.Entry.encode(m.entry, w.uint32(18).fork(), q + 1).ldelim();
                if (m.headSeq != null && $Object.hasOwnProperty.call(m, "headSeq") && (typeof m.headSeq === "object" ? m.headSeq.low || m.headSeq.high : m.headSeq !== 0))
                    w.uint32(24).uint64(m.headSeq);
                if (m.changes != null && m.changes.length) {
                    for (var i = 0; i < m.changes.length; ++i)
                        $root.parley.v1.Entry.encode(m.changes[i], w.uint32(34).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EntryPush.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.EntryPush();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.entry = $root.parley.v1.Entry.decode(r, r.size(), $undefined, q + 1, m.entry);
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.headSeq = v;
                            else
                                delete m.headSeq;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if (!(m.changes && m.changes.length))
                                m.changes = [];
                            m.changes.push($root.parley.v1.Entry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return EntryPush;
        })();

        v1.CursorPush = (function() {

            const CursorPush = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CursorPush.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            CursorPush.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            CursorPush.prototype.delivered = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            CursorPush.prototype.read = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            CursorPush.create = function(properties) {
                return new CursorPush(properties);
            };

            CursorPush.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(16).uint64(m.account);
                if (m.delivered != null && $Object.hasOwnProperty.call(m, "delivered") && (typeof m.delivered === "object" ? m.delivered.low || m.delivered.high : m.delivered !== 0))
                    w.uint32(24).uint64(m.delivered);
                if (m.read != null && $Object.hasOwnProperty.call(m, "read") && (typeof m.read === "object" ? m.read.low || m.read.high : m.read !== 0))
                    w.uint32(32).uint64(m.read);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CursorPush.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.CursorPush();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.delivered = v;
                            else
                                delete m.delivered;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.read = v;
                            else
                                delete m.read;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return CursorPush;
        })();

        v1.TypingPush = (function() {

            const TypingPush = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            TypingPush.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            TypingPush.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            TypingPush.prototype.stopped = false;

            TypingPush.create = function(properties) {
                return new TypingPush(properties);
            };

            TypingPush.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(16).uint64(m.account);
                if (m.stopped != null && $Object.hasOwnProperty.call(m, "stopped") && m.stopped !== false)
                    w.uint32(24).bool(m.stopped);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            TypingPush.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.TypingPush();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.stopped = v;
                            else
                                delete m.stopped;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return TypingPush;
        })();

        v1.OwnState = (function() {

            const OwnState = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            OwnState.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            OwnState.prototype.pinned = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            OwnState.prototype.mutedUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            OwnState.prototype.unreadBelow = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            OwnState.prototype.archivedBelow = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            OwnState.prototype.hiddenBelow = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            OwnState.create = function(properties) {
                return new OwnState(properties);
            };

            OwnState.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.version != null && $Object.hasOwnProperty.call(m, "version") && (typeof m.version === "object" ? m.version.low || m.version.high : m.version !== 0))
                    w.uint32(8).uint64(m.version);
                if (m.pinned != null && $Object.hasOwnProperty.call(m, "pinned") && (typeof m.pinned === "object" ? m.pinned.low || m.pinned.high : m.pinned !== 0))
                    w.uint32(16).uint64(m.pinned);
                if (m.mutedUntilMs != null && $Object.hasOwnProperty.call(m, "mutedUntilMs") && (typeof m.mutedUntilMs === "object" ? m.mutedUntilMs.low || m.mutedUntilMs.high : m.mutedUntilMs !== 0))
                    w.uint32(24).uint64(m.mutedUntilMs);
                if (m.unreadBelow != null && $Object.hasOwnProperty.call(m, "unreadBelow") && (typeof m.unreadBelow === "object" ? m.unreadBelow.low || m.unreadBelow.high : m.unreadBelow !== 0))
                    w.uint32(32).uint64(m.unreadBelow);
                if (m.archivedBelow != null && $Object.hasOwnProperty.call(m, "archivedBelow") && (typeof m.archivedBelow === "object" ? m.archivedBelow.low || m.archivedBelow.high : m.archivedBelow !== 0))
                    w.uint32(40).uint64(m.archivedBelow);
                if (m.hiddenBelow != null && $Object.hasOwnProperty.call(m, "hiddenBelow") && (typeof m.hiddenBelow === "object" ? m.hiddenBelow.low || m.hiddenBelow.high : m.hiddenBelow !== 0))
                    w.uint32(48).uint64(m.hiddenBelow);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            OwnState.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.OwnState();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.version = v;
                            else
                                delete m.version;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.pinned = v;
                            else
                                delete m.pinned;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.mutedUntilMs = v;
                            else
                                delete m.mutedUntilMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.unreadBelow = v;
                            else
                                delete m.unreadBelow;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.archivedBelow = v;
                            else
                                delete m.archivedBelow;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.hiddenBelow = v;
                            else
                                delete m.hiddenBelow;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return OwnState;
        })();

        v1.SetConversationRequest = (function() {

            const SetConversationRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetConversationRequest.prototype.target = null;
            SetConversationRequest.prototype.pinned = null;
            SetConversationRequest.prototype.mutedUntilMs = null;
            SetConversationRequest.prototype.markedUnread = null;
            SetConversationRequest.prototype.archived = null;
            SetConversationRequest.prototype.hidden = null;
            SetConversationRequest.prototype.headCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SetConversationRequest.prototype.readUpTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetConversationRequest.prototype, "_pinned", {
                get: $util.oneOfGetter($oneOfFields = ["pinned"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetConversationRequest.prototype, "_mutedUntilMs", {
                get: $util.oneOfGetter($oneOfFields = ["mutedUntilMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetConversationRequest.prototype, "_markedUnread", {
                get: $util.oneOfGetter($oneOfFields = ["markedUnread"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetConversationRequest.prototype, "_archived", {
                get: $util.oneOfGetter($oneOfFields = ["archived"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetConversationRequest.prototype, "_hidden", {
                get: $util.oneOfGetter($oneOfFields = ["hidden"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SetConversationRequest.create = function(properties) {
                return new SetConversationRequest(properties);
            };

            SetConversationRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.pinned != null && $Object.hasOwnProperty.call(m, "pinned"))
                    w.uint32(16).bool(m.pinned);
                if (m.mutedUntilMs != null && $Object.hasOwnProperty.call(m, "mutedUntilMs"))
                    w.uint32(24).uint64(m.mutedUntilMs);
                if (m.markedUnread != null && $Object.hasOwnProperty.call(m, "markedUnread"))
                    w.uint32(32).bool(m.markedUnread);
                if (m.archived != null && $Object.hasOwnProperty.call(m, "archived"))
                    w.uint32(40).bool(m.archived);
                if (m.hidden != null && $Object.hasOwnProperty.call(m, "hidden"))
                    w.uint32(48).bool(m.hidden);
                if (m.headCount != null && $Object.hasOwnProperty.call(m, "headCount") && (typeof m.headCount === "object" ? m.headCount.low || m.headCount.high : m.headCount !== 0))
                    w.uint32(56).uint64(m.headCount);
                if (m.readUpTo != null && $Object.hasOwnProperty.call(m, "readUpTo") && (typeof m.readUpTo === "object" ? m.readUpTo.low || m.readUpTo.high : m.readUpTo !== 0))
                    w.uint32(64).uint64(m.readUpTo);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetConversationRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SetConversationRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            m.pinned = r.bool();
                            m._pinned = "pinned";
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            m.mutedUntilMs = r.uint64();
                            m._mutedUntilMs = "mutedUntilMs";
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            m.markedUnread = r.bool();
                            m._markedUnread = "markedUnread";
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            m.archived = r.bool();
                            m._archived = "archived";
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            m.hidden = r.bool();
                            m._hidden = "hidden";
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.headCount = v;
                            else
                                delete m.headCount;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.readUpTo = v;
                            else
                                delete m.readUpTo;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SetConversationRequest;
        })();

        v1.OrderPinnedRequest = (function() {

            const OrderPinnedRequest = function (p) {
                this.conversations = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            OrderPinnedRequest.prototype.conversations = $util.emptyArray;

            OrderPinnedRequest.create = function(properties) {
                return new OrderPinnedRequest(properties);
            };

            OrderPinnedRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversations != null && m.conversations.length) {
                    w.uint32(10).uint64s(m.conversations);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            OrderPinnedRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.OrderPinnedRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.conversations && m.conversations.length))
                                    m.conversations = [];
                                r.uint64s(m.conversations);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.conversations && m.conversations.length))
                                m.conversations = [];
                            m.conversations.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return OrderPinnedRequest;
        })();

        v1.ConversationOwnState = (function() {

            const ConversationOwnState = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ConversationOwnState.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ConversationOwnState.prototype.own = null;

            ConversationOwnState.create = function(properties) {
                return new ConversationOwnState(properties);
            };

            ConversationOwnState.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.own != null && $Object.hasOwnProperty.call(m, "own"))
                    $root.parley.v1.OwnState.encode(m.own, w.uint32(18).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ConversationOwnState.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.ConversationOwnState();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.own = $root.parley.v1.OwnState.decode(r, r.size(), $undefined, q + 1, m.own);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return ConversationOwnState;
        })();

        v1.OwnStates = (function() {

            const OwnStates = function (p) {
                this.states = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            OwnStates.prototype.states = $util.emptyArray;

            OwnStates.create = function(properties) {
                return new OwnStates(properties);
            };

            OwnStates.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.states != null && m.states.length) {
                    for (var i = 0; i < m.states.length; ++i)
                        $root.parley.v1.ConversationOwnState.encode(m.states[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            OwnStates.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.OwnStates();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.states && m.states.length))
                                m.states = [];
                            m.states.push($root.parley.v1.ConversationOwnState.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return OwnStates;
        })();

        v1.DeleteForMeRequest = (function() {

            const DeleteForMeRequest = function (p) {
                this.seqs = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DeleteForMeRequest.prototype.target = null;
            DeleteForMeRequest.prototype.seqs = $util.emptyArray;
            DeleteForMeRequest.prototype.upTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            DeleteForMeRequest.create = function(properties) {
                return new DeleteForMeRequest(properties);
            };

            DeleteForMeRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.seqs != null && m.seqs.length) {
                    w.uint32(18).uint64s(m.seqs);
                }
                if (m.upTo != null && $Object.hasOwnProperty.call(m, "upTo") && (typeof m.upTo === "object" ? m.upTo.low || m.upTo.high : m.upTo !== 0))
                    w.uint32(24).uint64(m.upTo);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DeleteForMeRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.DeleteForMeRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u === 2) {
                                if (!(m.seqs && m.seqs.length))
                                    m.seqs = [];
                                r.uint64s(m.seqs);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.seqs && m.seqs.length))
                                m.seqs = [];
                            m.seqs.push(r.uint64());
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.upTo = v;
                            else
                                delete m.upTo;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return DeleteForMeRequest;
        })();

        v1.DeleteForMeReply = (function() {

            const DeleteForMeReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DeleteForMeReply.prototype.entry = null;

            DeleteForMeReply.create = function(properties) {
                return new DeleteForMeReply(properties);
            };

            DeleteForMeReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.entry != null && $Object.hasOwnProperty.call(m, "entry"))
                    $root.parley.v1.AccountEntry.encode(m.entry, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DeleteForMeReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.DeleteForMeReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.entry = $root.parley.v1.AccountEntry.decode(r, r.size(), $undefined, q + 1, m.entry);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return DeleteForMeReply;
        })();

        v1.DeletedEntries = (function() {

            const DeletedEntries = function (p) {
                this.ranges = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DeletedEntries.prototype.ranges = $util.emptyArray;

            DeletedEntries.create = function(properties) {
                return new DeletedEntries(properties);
            };

            DeletedEntries.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ranges != null && m.ranges.length) {
                    for (var i = 0; i < m.ranges.length; ++i)
                        $root.parley.v1.SeqRange.encode(m.ranges[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DeletedEntries.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.DeletedEntries();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.ranges && m.ranges.length))
                                m.ranges = [];
                            m.ranges.push($root.parley.v1.SeqRange.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return DeletedEntries;
        })();

        v1.SeqRange = (function() {

            const SeqRange = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SeqRange.prototype.fromSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SeqRange.prototype.toSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            SeqRange.create = function(properties) {
                return new SeqRange(properties);
            };

            SeqRange.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.fromSeq != null && $Object.hasOwnProperty.call(m, "fromSeq") && (typeof m.fromSeq === "object" ? m.fromSeq.low || m.fromSeq.high : m.fromSeq !== 0))
                    w.uint32(8).uint64(m.fromSeq);
                if (m.toSeq != null && $Object.hasOwnProperty.call(m, "toSeq") && (typeof m.toSeq === "object" ? m.toSeq.low || m.toSeq.high : m.toSeq !== 0))
                    w.uint32(16).uint64(m.toSeq);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SeqRange.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SeqRange();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.fromSeq = v;
                            else
                                delete m.fromSeq;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.toSeq = v;
                            else
                                delete m.toSeq;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SeqRange;
        })();

        v1.SubscribePresenceRequest = (function() {

            const SubscribePresenceRequest = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SubscribePresenceRequest.prototype.accounts = $util.emptyArray;

            SubscribePresenceRequest.create = function(properties) {
                return new SubscribePresenceRequest(properties);
            };

            SubscribePresenceRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(10).uint64s(m.accounts);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SubscribePresenceRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SubscribePresenceRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SubscribePresenceRequest;
        })();

        v1.Presence = (function() {

            const Presence = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Presence.prototype.account = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Presence.prototype.online = false;
            Presence.prototype.lastSeenMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Presence.prototype.status = 0;
            Presence.prototype.deviceClasses = 0;

            Presence.create = function(properties) {
                return new Presence(properties);
            };

            Presence.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.account != null && $Object.hasOwnProperty.call(m, "account") && (typeof m.account === "object" ? m.account.low || m.account.high : m.account !== 0))
                    w.uint32(8).uint64(m.account);
                if (m.online != null && $Object.hasOwnProperty.call(m, "online") && m.online !== false)
                    w.uint32(16).bool(m.online);
                if (m.lastSeenMs != null && $Object.hasOwnProperty.call(m, "lastSeenMs") && (typeof m.lastSeenMs === "object" ? m.lastSeenMs.low || m.lastSeenMs.high : m.lastSeenMs !== 0))
                    w.uint32(24).uint64(m.lastSeenMs);
                if (m.status != null && $Object.hasOwnProperty.call(m, "status") && m.status !== 0)
                    w.uint32(32).int32(m.status);
                if (m.deviceClasses != null && $Object.hasOwnProperty.call(m, "deviceClasses") && m.deviceClasses !== 0)
                    w.uint32(40).uint32(m.deviceClasses);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Presence.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Presence();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.account = v;
                            else
                                delete m.account;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.online = v;
                            else
                                delete m.online;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.lastSeenMs = v;
                            else
                                delete m.lastSeenMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.status = v;
                            else
                                delete m.status;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.deviceClasses = v;
                            else
                                delete m.deviceClasses;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Presence;
        })();

        v1.SubscribePresenceReply = (function() {

            const SubscribePresenceReply = function (p) {
                this.presences = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SubscribePresenceReply.prototype.presences = $util.emptyArray;

            SubscribePresenceReply.create = function(properties) {
                return new SubscribePresenceReply(properties);
            };

            SubscribePresenceReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.presences != null && m.presences.length) {
                    for (var i = 0; i < m.presences.length; ++i)
                        $root.parley.v1.Presence.encode(m.presences[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SubscribePresenceReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SubscribePresenceReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.presences && m.presences.length))
                                m.presences = [];
                            m.presences.push($root.parley.v1.Presence.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SubscribePresenceReply;
        })();

        v1.GetPresencesRequest = (function() {

            const GetPresencesRequest = function (p) {
                this.accounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetPresencesRequest.prototype.accounts = $util.emptyArray;

            GetPresencesRequest.create = function(properties) {
                return new GetPresencesRequest(properties);
            };

            GetPresencesRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.accounts != null && m.accounts.length) {
                    w.uint32(10).uint64s(m.accounts);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetPresencesRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetPresencesRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.accounts && m.accounts.length))
                                    m.accounts = [];
                                r.uint64s(m.accounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.accounts && m.accounts.length))
                                m.accounts = [];
                            m.accounts.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetPresencesRequest;
        })();

        v1.GetPresencesReply = (function() {

            const GetPresencesReply = function (p) {
                this.presences = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetPresencesReply.prototype.presences = $util.emptyArray;

            GetPresencesReply.create = function(properties) {
                return new GetPresencesReply(properties);
            };

            GetPresencesReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.presences != null && m.presences.length) {
                    for (var i = 0; i < m.presences.length; ++i)
                        $root.parley.v1.Presence.encode(m.presences[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetPresencesReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetPresencesReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.presences && m.presences.length))
                                m.presences = [];
                            m.presences.push($root.parley.v1.Presence.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetPresencesReply;
        })();

        v1.PresencePush = (function() {

            const PresencePush = function (p) {
                this.presences = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PresencePush.prototype.presences = $util.emptyArray;

            PresencePush.create = function(properties) {
                return new PresencePush(properties);
            };

            PresencePush.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.presences != null && m.presences.length) {
                    for (var i = 0; i < m.presences.length; ++i)
                        $root.parley.v1.Presence.encode(m.presences[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PresencePush.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.PresencePush();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.presences && m.presences.length))
                                m.presences = [];
                            m.presences.push($root.parley.v1.Presence.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return PresencePush;
        })();

        v1.SearchMessagesRequest = (function() {

            const SearchMessagesRequest = function (p) {
                this.kinds = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SearchMessagesRequest.prototype.text = "";
            SearchMessagesRequest.prototype.within = null;
            SearchMessagesRequest.prototype.sender = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SearchMessagesRequest.prototype.kinds = $util.emptyArray;
            SearchMessagesRequest.prototype.fromMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SearchMessagesRequest.prototype.toMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SearchMessagesRequest.prototype.limit = 0;
            SearchMessagesRequest.prototype.page = $util.newBuffer([]);

            SearchMessagesRequest.create = function(properties) {
                return new SearchMessagesRequest(properties);
            };

            SearchMessagesRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.text != null && $Object.hasOwnProperty.call(m, "text") && m.text !== "")
                    w.uint32(10).string(m.text);
                if (m.within != null && $Object.hasOwnProperty.call(m, "within"))
                    $root.parley.v1.Target.encode(m.within, w.uint32(18).fork(), q + 1).ldelim();
                if (m.sender != null && $Object.hasOwnProperty.call(m, "sender") && (typeof m.sender === "object" ? m.sender.low || m.sender.high : m.sender !== 0))
                    w.uint32(24).uint64(m.sender);
                if (m.kinds != null && m.kinds.length) {
                    w.uint32(34).uint32s(m.kinds);
                }
                if (m.fromMs != null && $Object.hasOwnProperty.call(m, "fromMs") && (typeof m.fromMs === "object" ? m.fromMs.low || m.fromMs.high : m.fromMs !== 0))
                    w.uint32(40).uint64(m.fromMs);
                if (m.toMs != null && $Object.hasOwnProperty.call(m, "toMs") && (typeof m.toMs === "object" ? m.toMs.low || m.toMs.high : m.toMs !== 0))
                    w.uint32(48).uint64(m.toMs);
                if (m.limit != null && $Object.hasOwnProperty.call(m, "limit") && m.limit !== 0)
                    w.uint32(56).uint32(m.limit);
                if (m.page != null && $Object.hasOwnProperty.call(m, "page") && m.page.length)
                    w.uint32(66).bytes(m.page);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SearchMessagesRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SearchMessagesRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.text = v;
                            else
                                delete m.text;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.within = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.within);
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sender = v;
                            else
                                delete m.sender;
                            continue;
                        }
                    case 4: {
                            if (u === 2) {
                                if (!(m.kinds && m.kinds.length))
                                    m.kinds = [];
                                r.uint32s(m.kinds);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.kinds && m.kinds.length))
                                m.kinds = [];
                            m.kinds.push(r.uint32());
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.fromMs = v;
                            else
                                delete m.fromMs;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.toMs = v;
                            else
                                delete m.toMs;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.limit = v;
                            else
                                delete m.limit;
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.page = v;
                            else
                                delete m.page;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SearchMessagesRequest;
        })();

        v1.SearchMessagesReply = (function() {

            const SearchMessagesReply = function (p) {
                this.found = [];
                this.profiles = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SearchMessagesReply.prototype.found = $util.emptyArray;
            SearchMessagesReply.prototype.nextPage = $util.newBuffer([]);
            SearchMessagesReply.prototype.profiles = $util.emptyArray;
            SearchMessagesReply.prototype.behind = false;

            SearchMessagesReply.create = function(properties) {
                return new SearchMessagesReply(properties);
            };

            SearchMessagesReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.found != null && m.found.length) {
                    for (var i = 0; i < m.found.length; ++i)
                        $root.parley.v1.FoundEntry.encode(m.found[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.nextPage != null && $Object.hasOwnProperty.call(m, "nextPage") && m.nextPage.length)
                    w.uint32(18).bytes(m.nextPage);
                if (m.profiles != null && m.profiles.length) {
                    for (var i = 0; i < m.profiles.length; ++i)
                        $root.parley.v1.Profile.encode(m.profiles[i], w.uint32(26).fork(), q + 1).ldelim();
                }
                if (m.behind != null && $Object.hasOwnProperty.call(m, "behind") && m.behind !== false)
                    w.uint32(32).bool(m.behind);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SearchMessagesReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SearchMessagesReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.found && m.found.length))
                                m.found = [];
                            m.found.push($root.parley.v1.FoundEntry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.nextPage = v;
                            else
                                delete m.nextPage;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if (!(m.profiles && m.profiles.length))
                                m.profiles = [];
                            m.profiles.push($root.parley.v1.Profile.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.behind = v;
                            else
                                delete m.behind;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SearchMessagesReply;
        })();

        v1.FoundEntry = (function() {

            const FoundEntry = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FoundEntry.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FoundEntry.prototype.entry = null;

            FoundEntry.create = function(properties) {
                return new FoundEntry(properties);
            };

            FoundEntry.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.entry != null && $Object.hasOwnProperty.call(m, "entry"))
                    $root.parley.v1.Entry.encode(m.entry, w.uint32(18).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FoundEntry.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.FoundEntry();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.entry = $root.parley.v1.Entry.decode(r, r.size(), $undefined, q + 1, m.entry);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return FoundEntry;
        })();

        v1.SearchNamesRequest = (function() {

            const SearchNamesRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SearchNamesRequest.prototype.text = "";
            SearchNamesRequest.prototype.limit = 0;

            SearchNamesRequest.create = function(properties) {
                return new SearchNamesRequest(properties);
            };

            SearchNamesRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.text != null && $Object.hasOwnProperty.call(m, "text") && m.text !== "")
                    w.uint32(10).string(m.text);
                if (m.limit != null && $Object.hasOwnProperty.call(m, "limit") && m.limit !== 0)
                    w.uint32(16).uint32(m.limit);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SearchNamesRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SearchNamesRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.text = v;
                            else
                                delete m.text;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.limit = v;
                            else
                                delete m.limit;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SearchNamesRequest;
        })();

        v1.SearchNamesReply = (function() {

            const SearchNamesReply = function (p) {
                this.names = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SearchNamesReply.prototype.names = $util.emptyArray;

            SearchNamesReply.create = function(properties) {
                return new SearchNamesReply(properties);
            };

            SearchNamesReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.names != null && m.names.length) {
                    for (var i = 0; i < m.names.length; ++i)
                        $root.parley.v1.FoundName.encode(m.names[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SearchNamesReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SearchNamesReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.names && m.names.length))
                                m.names = [];
                            m.names.push($root.parley.v1.FoundName.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SearchNamesReply;
        })();

        v1.FoundName = (function() {

            const FoundName = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FoundName.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FoundName.prototype.profile = null;
            FoundName.prototype.groupName = "";
            FoundName.prototype.remark = "";

            FoundName.create = function(properties) {
                return new FoundName(properties);
            };

            FoundName.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.profile != null && $Object.hasOwnProperty.call(m, "profile"))
                    $root.parley.v1.Profile.encode(m.profile, w.uint32(18).fork(), q + 1).ldelim();
                if (m.groupName != null && $Object.hasOwnProperty.call(m, "groupName") && m.groupName !== "")
                    w.uint32(26).string(m.groupName);
                if (m.remark != null && $Object.hasOwnProperty.call(m, "remark") && m.remark !== "")
                    w.uint32(34).string(m.remark);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FoundName.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.FoundName();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.profile = $root.parley.v1.Profile.decode(r, r.size(), $undefined, q + 1, m.profile);
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.groupName = v;
                            else
                                delete m.groupName;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.remark = v;
                            else
                                delete m.remark;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return FoundName;
        })();

        v1.ConversationKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CONVERSATION_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CONVERSATION_KIND_DIRECT"] = 1;
            values[valuesById[2] = "CONVERSATION_KIND_GROUP"] = 2;
            values[valuesById[3] = "CONVERSATION_KIND_ENQUIRY"] = 3;
            values[valuesById[4] = "CONVERSATION_KIND_NOTICE"] = 4;
            return values;
        })();

        v1.SyncRequest = (function() {

            const SyncRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SyncRequest.prototype.token = $util.newBuffer([]);
            SyncRequest.prototype.page = $util.newBuffer([]);
            SyncRequest.prototype.entriesPerConversation = 0;
            SyncRequest.prototype.conversationsMax = 0;

            SyncRequest.create = function(properties) {
                return new SyncRequest(properties);
            };

            SyncRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.token != null && $Object.hasOwnProperty.call(m, "token") && m.token.length)
                    w.uint32(10).bytes(m.token);
                if (m.page != null && $Object.hasOwnProperty.call(m, "page") && m.page.length)
                    w.uint32(18).bytes(m.page);
                if (m.entriesPerConversation != null && $Object.hasOwnProperty.call(m, "entriesPerConversation") && m.entriesPerConversation !== 0)
                    w.uint32(24).uint32(m.entriesPerConversation);
                if (m.conversationsMax != null && $Object.hasOwnProperty.call(m, "conversationsMax") && m.conversationsMax !== 0)
                    w.uint32(32).uint32(m.conversationsMax);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SyncRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SyncRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.token = v;
                            else
                                delete m.token;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.page = v;
                            else
                                delete m.page;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.entriesPerConversation = v;
                            else
                                delete m.entriesPerConversation;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.conversationsMax = v;
                            else
                                delete m.conversationsMax;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SyncRequest;
        })();

        v1.SyncReply = (function() {

            const SyncReply = function (p) {
                this.accountEntries = [];
                this.conversations = [];
                this.profiles = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SyncReply.prototype.generation = $util.newBuffer([]);
            SyncReply.prototype.token = $util.newBuffer([]);
            SyncReply.prototype.nextPage = $util.newBuffer([]);
            SyncReply.prototype.full = false;
            SyncReply.prototype.accountEntries = $util.emptyArray;
            SyncReply.prototype.conversations = $util.emptyArray;
            SyncReply.prototype.profiles = $util.emptyArray;

            SyncReply.create = function(properties) {
                return new SyncReply(properties);
            };

            SyncReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.generation != null && $Object.hasOwnProperty.call(m, "generation") && m.generation.length)
                    w.uint32(10).bytes(m.generation);
                if (m.token != null && $Object.hasOwnProperty.call(m, "token") && m.token.length)
                    w.uint32(18).bytes(m.token);
                if (m.nextPage != null && $Object.hasOwnProperty.call(m, "nextPage") && m.nextPage.length)
                    w.uint32(26).bytes(m.nextPage);
                if (m.full != null && $Object.hasOwnProperty.call(m, "full") && m.full !== false)
                    w.uint32(32).bool(m.full);
                if (m.accountEntries != null && m.accountEntries.length) {
                    for (var i = 0; i < m.accountEntries.length; ++i)
                        $root.parley.v1.AccountEntry.encode(m.accountEntries[i], w.uint32(42).fork(), q + 1).ldelim();
                }
                if (m.conversations != null && m.conversations.length) {
                    for (var i = 0; i < m.conversations.length; ++i)
                        $root.parley.v1.Conversation.encode(m.conversations[i], w.uint32(50).fork(), q + 1).ldelim();
                }
                if (m.profiles != null && m.profiles.length) {
                    for (var i = 0; i < m.profiles.length; ++i)
                        $root.parley.v1.Profile.encode(m.profiles[i], w.uint32(58).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SyncReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SyncReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.generation = v;
                            else
                                delete m.generation;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.token = v;
                            else
                                delete m.token;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.nextPage = v;
                            else
                                delete m.nextPage;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.full = v;
                            else
                                delete m.full;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if (!(m.accountEntries && m.accountEntries.length))
                                m.accountEntries = [];
                            m.accountEntries.push($root.parley.v1.AccountEntry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if (!(m.conversations && m.conversations.length))
                                m.conversations = [];
                            m.conversations.push($root.parley.v1.Conversation.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if (!(m.profiles && m.profiles.length))
                                m.profiles = [];
                            m.profiles.push($root.parley.v1.Profile.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SyncReply;
        })();

        v1.Conversation = (function() {

            const Conversation = function (p) {
                this.entries = [];
                this.changes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Conversation.prototype.conversation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.kind = 0;
            Conversation.prototype.headSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.headCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.firstSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.headTimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.delivered = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.read = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.unread = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.peer = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.peerDelivered = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.peerRead = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.entries = $util.emptyArray;
            Conversation.prototype.left = false;
            Conversation.prototype.changes = $util.emptyArray;
            Conversation.prototype.group = null;
            Conversation.prototype.mentioned = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Conversation.prototype.own = null;

            Conversation.create = function(properties) {
                return new Conversation(properties);
            };

            Conversation.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation") && (typeof m.conversation === "object" ? m.conversation.low || m.conversation.high : m.conversation !== 0))
                    w.uint32(8).uint64(m.conversation);
                if (m.kind != null && $Object.hasOwnProperty.call(m, "kind") && m.kind !== 0)
                    w.uint32(16).int32(m.kind);
                if (m.headSeq != null && $Object.hasOwnProperty.call(m, "headSeq") && (typeof m.headSeq === "object" ? m.headSeq.low || m.headSeq.high : m.headSeq !== 0))
                    w.uint32(24).uint64(m.headSeq);
                if (m.headCount != null && $Object.hasOwnProperty.call(m, "headCount") && (typeof m.headCount === "object" ? m.headCount.low || m.headCount.high : m.headCount !== 0))
                    w.uint32(32).uint64(m.headCount);
                if (m.firstSeq != null && $Object.hasOwnProperty.call(m, "firstSeq") && (typeof m.firstSeq === "object" ? m.firstSeq.low || m.firstSeq.high : m.firstSeq !== 0))
                    w.uint32(40).uint64(m.firstSeq);
                if (m.headTimeMs != null && $Object.hasOwnProperty.call(m, "headTimeMs") && (typeof m.headTimeMs === "object" ? m.headTimeMs.low || m.headTimeMs.high : m.headTimeMs !== 0))
                    w.uint32(48).uint64(m.headTimeMs);
                if (m.delivered != null && $Object.hasOwnProperty.call(m, "delivered") && (typeof m.delivered === "object" ? m.delivered.low || m.delivered.high : m.delivered !== 0))
                    w.uint32(56).uint64(m.delivered);
                if (m.read != null && $Object.hasOwnProperty.call(m, "read") && (typeof m.read === "object" ? m.read.low || m.read.high : m.read !== 0))
                    w.uint32(64).uint64(m.read);
                if (m.unread != null && $Object.hasOwnProperty.call(m, "unread") && (typeof m.unread === "object" ? m.unread.low || m.unread.high : m.unread !== 0))
                    w.uint32(72).uint64(m.unread);
                if (m.peer != null && $Object.hasOwnProperty.call(m, "peer") && (typeof m.peer === "object" ? m.peer.low || m.peer.high : m.peer !== 0))
                    w.uint32(80).uint64(m.peer);
                if (m.peerDelivered != null && $Object.hasOwnProperty.call(m, "peerDelivered") && (typeof m.peerDelivered === "object" ? m.peerDelivered.low || m.peerDelivered.high : m.peerDelivered !== 0))
                    w.uint32(88).uint64(m.peerDelivered);
                if (m.peerRead != null && $Object.hasOwnProperty.call(m, "peerRead") && (typeof m.peerRead === "object" ? m.peerRead.low || m.peerRead.high : m.peerRead !== 0))
                    w.uint32(96).uint64(m.peerRead);
                if (m.entries != null && m.entries.length) {
                    for (var i = 0; i < m.entries.length; ++i)
                        $root.parley.v1.Entry.encode(m.entries[i], w.uint32(106).fork(), q + 1).ldelim();
                }
                if (m.left != null && $Object.hasOwnProperty.call(m, "left") && m.left !== false)
                    w.uint32(112).bool(m.left);
                if (m.group != null && $Object.hasOwnProperty.call(m, "group"))
                    $root.parley.v1.Group.encode(m.group, w.uint32(122).fork(), q + 1).ldelim();
                if (m.mentioned != null && $Object.hasOwnProperty.call(m, "mentioned") && (typeof m.mentioned === "object" ? m.mentioned.low || m.mentioned.high : m.mentioned !== 0))
                    w.uint32(144).uint64(m.mentioned);
                if (m.changes != null && m.changes.length) {
                    for (var i = 0; i < m.changes.length; ++i)
                        $root.parley.v1.Entry.encode(m.changes[i], w.uint32(154).fork(), q + 1).ldelim();
                }
                if (m.own != null && $Object.hasOwnProperty.call(m, "own"))
                    $root.parley.v1.OwnState.encode(m.own, w.uint32(162).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Conversation.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.Conversation();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.conversation = v;
                            else
                                delete m.conversation;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.kind = v;
                            else
                                delete m.kind;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.headSeq = v;
                            else
                                delete m.headSeq;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.headCount = v;
                            else
                                delete m.headCount;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.firstSeq = v;
                            else
                                delete m.firstSeq;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.headTimeMs = v;
                            else
                                delete m.headTimeMs;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.delivered = v;
                            else
                                delete m.delivered;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.read = v;
                            else
                                delete m.read;
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.unread = v;
                            else
                                delete m.unread;
                            continue;
                        }
                    case 10: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.peer = v;
                            else
                                delete m.peer;
                            continue;
                        }
                    case 11: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.peerDelivered = v;
                            else
                                delete m.peerDelivered;
                            continue;
                        }
                    case 12: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.peerRead = v;
                            else
                                delete m.peerRead;
                            continue;
                        }
                    case 13: {
                            if (u !== 2)
                                break;
                            if (!(m.entries && m.entries.length))
                                m.entries = [];
                            m.entries.push($root.parley.v1.Entry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 14: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.left = v;
                            else
                                delete m.left;
                            continue;
                        }
                    case 19: {
                            if (u !== 2)
                                break;
                            if (!(m.changes && m.changes.length))
                                m.changes = [];
                            m.changes.push($root.parley.v1.Entry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 15: {
                            if (u !== 2)
                                break;
                            m.group = $root.parley.v1.Group.decode(r, r.size(), $undefined, q + 1, m.group);
                            continue;
                        }
                    case 18: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.mentioned = v;
                            else
                                delete m.mentioned;
                            continue;
                        }
                    case 20: {
                            if (u !== 2)
                                break;
                            m.own = $root.parley.v1.OwnState.decode(r, r.size(), $undefined, q + 1, m.own);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return Conversation;
        })();

        v1.GetConversationRequest = (function() {

            const GetConversationRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetConversationRequest.prototype.target = null;
            GetConversationRequest.prototype.entries = 0;

            GetConversationRequest.create = function(properties) {
                return new GetConversationRequest(properties);
            };

            GetConversationRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.parley.v1.Target.encode(m.target, w.uint32(10).fork(), q + 1).ldelim();
                if (m.entries != null && $Object.hasOwnProperty.call(m, "entries") && m.entries !== 0)
                    w.uint32(16).uint32(m.entries);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetConversationRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetConversationRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.target = $root.parley.v1.Target.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.entries = v;
                            else
                                delete m.entries;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetConversationRequest;
        })();

        v1.GetConversationReply = (function() {

            const GetConversationReply = function (p) {
                this.profiles = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetConversationReply.prototype.conversation = null;
            GetConversationReply.prototype.profiles = $util.emptyArray;

            GetConversationReply.create = function(properties) {
                return new GetConversationReply(properties);
            };

            GetConversationReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.conversation != null && $Object.hasOwnProperty.call(m, "conversation"))
                    $root.parley.v1.Conversation.encode(m.conversation, w.uint32(10).fork(), q + 1).ldelim();
                if (m.profiles != null && m.profiles.length) {
                    for (var i = 0; i < m.profiles.length; ++i)
                        $root.parley.v1.Profile.encode(m.profiles[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetConversationReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.GetConversationReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.conversation = $root.parley.v1.Conversation.decode(r, r.size(), $undefined, q + 1, m.conversation);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.profiles && m.profiles.length))
                                m.profiles = [];
                            m.profiles.push($root.parley.v1.Profile.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return GetConversationReply;
        })();

        v1.SyncHintPush = (function() {

            const SyncHintPush = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SyncHintPush.create = function(properties) {
                return new SyncHintPush(properties);
            };

            SyncHintPush.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SyncHintPush.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.parley.v1.SyncHintPush();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t >>> 3);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            return SyncHintPush;
        })();

        return v1;
    })();

    return parley;
})();

export {
  $root as default
};
