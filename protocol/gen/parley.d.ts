import * as $protobuf from "protobufjs/minimal.js";

/** Namespace parley. */
export namespace parley {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a DeviceInfo.
         * @deprecated Use parley.v1.DeviceInfo.$Properties instead.
         */
        interface IDeviceInfo extends parley.v1.DeviceInfo.$Properties {
        }

        /** Represents a DeviceInfo. */
        class DeviceInfo {

            /**
             * Constructs a new DeviceInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.DeviceInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceInfo deviceClass. */
            deviceClass: parley.v1.DeviceClass;

            /** DeviceInfo name. */
            name: string;

            /**
             * Creates a new DeviceInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeviceInfo instance
             */
            static create(properties: parley.v1.DeviceInfo.$Shape): parley.v1.DeviceInfo & parley.v1.DeviceInfo.$Shape;
            static create(properties?: parley.v1.DeviceInfo.$Properties): parley.v1.DeviceInfo;

            /**
             * Encodes the specified DeviceInfo message. Does not implicitly {@link parley.v1.DeviceInfo.verify|verify} messages.
             * @param message DeviceInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.DeviceInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.DeviceInfo & parley.v1.DeviceInfo.$Shape} DeviceInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.DeviceInfo & parley.v1.DeviceInfo.$Shape;
        }

        namespace DeviceInfo {

            /** Properties of a DeviceInfo. */
            interface $Properties {

                /** DeviceInfo deviceClass */
                deviceClass?: (parley.v1.DeviceClass|null);

                /** DeviceInfo name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceInfo. */
            type $Shape = parley.v1.DeviceInfo.$Properties;
        }

        /**
         * Properties of a Credentials.
         * @deprecated Use parley.v1.Credentials.$Properties instead.
         */
        interface ICredentials extends parley.v1.Credentials.$Properties {
        }

        /** Represents a Credentials. */
        class Credentials {

            /**
             * Constructs a new Credentials.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Credentials.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Credentials account. */
            account: number;

            /** Credentials device. */
            device: number;

            /** Credentials accessToken. */
            accessToken: Uint8Array;

            /** Credentials accessExpiresMs. */
            accessExpiresMs: number;

            /** Credentials refreshToken. */
            refreshToken: Uint8Array;

            /** Credentials refreshExpiresMs. */
            refreshExpiresMs: number;

            /** Credentials handle. */
            handle: string;

            /**
             * Creates a new Credentials instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Credentials instance
             */
            static create(properties: parley.v1.Credentials.$Shape): parley.v1.Credentials & parley.v1.Credentials.$Shape;
            static create(properties?: parley.v1.Credentials.$Properties): parley.v1.Credentials;

            /**
             * Encodes the specified Credentials message. Does not implicitly {@link parley.v1.Credentials.verify|verify} messages.
             * @param message Credentials message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Credentials.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Credentials message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Credentials & parley.v1.Credentials.$Shape} Credentials
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Credentials & parley.v1.Credentials.$Shape;
        }

        namespace Credentials {

            /** Properties of a Credentials. */
            interface $Properties {

                /** Credentials account */
                account?: (number|null);

                /** Credentials device */
                device?: (number|null);

                /** Credentials accessToken */
                accessToken?: (Uint8Array|null);

                /** Credentials accessExpiresMs */
                accessExpiresMs?: (number|null);

                /** Credentials refreshToken */
                refreshToken?: (Uint8Array|null);

                /** Credentials refreshExpiresMs */
                refreshExpiresMs?: (number|null);

                /** Credentials handle */
                handle?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Credentials. */
            type $Shape = parley.v1.Credentials.$Properties;
        }

        /**
         * Properties of a RegisterRequest.
         * @deprecated Use parley.v1.RegisterRequest.$Properties instead.
         */
        interface IRegisterRequest extends parley.v1.RegisterRequest.$Properties {
        }

        /** Represents a RegisterRequest. */
        class RegisterRequest {

            /**
             * Constructs a new RegisterRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RegisterRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RegisterRequest handle. */
            handle: string;

            /** RegisterRequest password. */
            password: string;

            /** RegisterRequest displayName. */
            displayName: string;

            /** RegisterRequest locale. */
            locale: string;

            /** RegisterRequest device. */
            device?: (parley.v1.DeviceInfo.$Properties|null);

            /** RegisterRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new RegisterRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RegisterRequest instance
             */
            static create(properties: parley.v1.RegisterRequest.$Shape): parley.v1.RegisterRequest & parley.v1.RegisterRequest.$Shape;
            static create(properties?: parley.v1.RegisterRequest.$Properties): parley.v1.RegisterRequest;

            /**
             * Encodes the specified RegisterRequest message. Does not implicitly {@link parley.v1.RegisterRequest.verify|verify} messages.
             * @param message RegisterRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RegisterRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RegisterRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RegisterRequest & parley.v1.RegisterRequest.$Shape} RegisterRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RegisterRequest & parley.v1.RegisterRequest.$Shape;
        }

        namespace RegisterRequest {

            /** Properties of a RegisterRequest. */
            interface $Properties {

                /** RegisterRequest handle */
                handle?: (string|null);

                /** RegisterRequest password */
                password?: (string|null);

                /** RegisterRequest displayName */
                displayName?: (string|null);

                /** RegisterRequest locale */
                locale?: (string|null);

                /** RegisterRequest device */
                device?: (parley.v1.DeviceInfo.$Properties|null);

                /** RegisterRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RegisterRequest. */
            type $Shape = parley.v1.RegisterRequest.$Properties;
        }

        /**
         * Properties of a SignInRequest.
         * @deprecated Use parley.v1.SignInRequest.$Properties instead.
         */
        interface ISignInRequest extends parley.v1.SignInRequest.$Properties {
        }

        /** Represents a SignInRequest. */
        class SignInRequest {

            /**
             * Constructs a new SignInRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SignInRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignInRequest handle. */
            handle: string;

            /** SignInRequest password. */
            password: string;

            /** SignInRequest device. */
            device?: (parley.v1.DeviceInfo.$Properties|null);

            /** SignInRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new SignInRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignInRequest instance
             */
            static create(properties: parley.v1.SignInRequest.$Shape): parley.v1.SignInRequest & parley.v1.SignInRequest.$Shape;
            static create(properties?: parley.v1.SignInRequest.$Properties): parley.v1.SignInRequest;

            /**
             * Encodes the specified SignInRequest message. Does not implicitly {@link parley.v1.SignInRequest.verify|verify} messages.
             * @param message SignInRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SignInRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignInRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SignInRequest & parley.v1.SignInRequest.$Shape} SignInRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SignInRequest & parley.v1.SignInRequest.$Shape;
        }

        namespace SignInRequest {

            /** Properties of a SignInRequest. */
            interface $Properties {

                /** SignInRequest handle */
                handle?: (string|null);

                /** SignInRequest password */
                password?: (string|null);

                /** SignInRequest device */
                device?: (parley.v1.DeviceInfo.$Properties|null);

                /** SignInRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignInRequest. */
            type $Shape = parley.v1.SignInRequest.$Properties;
        }

        /**
         * Properties of a RefreshRequest.
         * @deprecated Use parley.v1.RefreshRequest.$Properties instead.
         */
        interface IRefreshRequest extends parley.v1.RefreshRequest.$Properties {
        }

        /** Represents a RefreshRequest. */
        class RefreshRequest {

            /**
             * Constructs a new RefreshRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RefreshRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RefreshRequest refreshToken. */
            refreshToken: Uint8Array;

            /**
             * Creates a new RefreshRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RefreshRequest instance
             */
            static create(properties: parley.v1.RefreshRequest.$Shape): parley.v1.RefreshRequest & parley.v1.RefreshRequest.$Shape;
            static create(properties?: parley.v1.RefreshRequest.$Properties): parley.v1.RefreshRequest;

            /**
             * Encodes the specified RefreshRequest message. Does not implicitly {@link parley.v1.RefreshRequest.verify|verify} messages.
             * @param message RefreshRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RefreshRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RefreshRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RefreshRequest & parley.v1.RefreshRequest.$Shape} RefreshRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RefreshRequest & parley.v1.RefreshRequest.$Shape;
        }

        namespace RefreshRequest {

            /** Properties of a RefreshRequest. */
            interface $Properties {

                /** RefreshRequest refreshToken */
                refreshToken?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RefreshRequest. */
            type $Shape = parley.v1.RefreshRequest.$Properties;
        }

        /**
         * Properties of a SignOutRequest.
         * @deprecated Use parley.v1.SignOutRequest.$Properties instead.
         */
        interface ISignOutRequest extends parley.v1.SignOutRequest.$Properties {
        }

        /** Represents a SignOutRequest. */
        class SignOutRequest {

            /**
             * Constructs a new SignOutRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SignOutRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignOutRequest everywhere. */
            everywhere: boolean;

            /**
             * Creates a new SignOutRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignOutRequest instance
             */
            static create(properties: parley.v1.SignOutRequest.$Shape): parley.v1.SignOutRequest & parley.v1.SignOutRequest.$Shape;
            static create(properties?: parley.v1.SignOutRequest.$Properties): parley.v1.SignOutRequest;

            /**
             * Encodes the specified SignOutRequest message. Does not implicitly {@link parley.v1.SignOutRequest.verify|verify} messages.
             * @param message SignOutRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SignOutRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignOutRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SignOutRequest & parley.v1.SignOutRequest.$Shape} SignOutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SignOutRequest & parley.v1.SignOutRequest.$Shape;
        }

        namespace SignOutRequest {

            /** Properties of a SignOutRequest. */
            interface $Properties {

                /** SignOutRequest everywhere */
                everywhere?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignOutRequest. */
            type $Shape = parley.v1.SignOutRequest.$Properties;
        }

        /**
         * Properties of a ListDevicesRequest.
         * @deprecated Use parley.v1.ListDevicesRequest.$Properties instead.
         */
        interface IListDevicesRequest extends parley.v1.ListDevicesRequest.$Properties {
        }

        /** Represents a ListDevicesRequest. */
        class ListDevicesRequest {

            /**
             * Constructs a new ListDevicesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListDevicesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListDevicesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListDevicesRequest instance
             */
            static create(properties: parley.v1.ListDevicesRequest.$Shape): parley.v1.ListDevicesRequest & parley.v1.ListDevicesRequest.$Shape;
            static create(properties?: parley.v1.ListDevicesRequest.$Properties): parley.v1.ListDevicesRequest;

            /**
             * Encodes the specified ListDevicesRequest message. Does not implicitly {@link parley.v1.ListDevicesRequest.verify|verify} messages.
             * @param message ListDevicesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListDevicesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListDevicesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListDevicesRequest & parley.v1.ListDevicesRequest.$Shape} ListDevicesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListDevicesRequest & parley.v1.ListDevicesRequest.$Shape;
        }

        namespace ListDevicesRequest {

            /** Properties of a ListDevicesRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListDevicesRequest. */
            type $Shape = parley.v1.ListDevicesRequest.$Properties;
        }

        /**
         * Properties of a Device.
         * @deprecated Use parley.v1.Device.$Properties instead.
         */
        interface IDevice extends parley.v1.Device.$Properties {
        }

        /** Represents a Device. */
        class Device {

            /**
             * Constructs a new Device.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Device.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Device device. */
            device: number;

            /** Device deviceClass. */
            deviceClass: parley.v1.DeviceClass;

            /** Device name. */
            name: string;

            /** Device createdMs. */
            createdMs: number;

            /** Device lastSeenMs. */
            lastSeenMs: number;

            /** Device current. */
            current: boolean;

            /** Device online. */
            online: boolean;

            /**
             * Creates a new Device instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Device instance
             */
            static create(properties: parley.v1.Device.$Shape): parley.v1.Device & parley.v1.Device.$Shape;
            static create(properties?: parley.v1.Device.$Properties): parley.v1.Device;

            /**
             * Encodes the specified Device message. Does not implicitly {@link parley.v1.Device.verify|verify} messages.
             * @param message Device message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Device.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Device message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Device & parley.v1.Device.$Shape} Device
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Device & parley.v1.Device.$Shape;
        }

        namespace Device {

            /** Properties of a Device. */
            interface $Properties {

                /** Device device */
                device?: (number|null);

                /** Device deviceClass */
                deviceClass?: (parley.v1.DeviceClass|null);

                /** Device name */
                name?: (string|null);

                /** Device createdMs */
                createdMs?: (number|null);

                /** Device lastSeenMs */
                lastSeenMs?: (number|null);

                /** Device current */
                current?: (boolean|null);

                /** Device online */
                online?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Device. */
            type $Shape = parley.v1.Device.$Properties;
        }

        /**
         * Properties of a ListDevicesReply.
         * @deprecated Use parley.v1.ListDevicesReply.$Properties instead.
         */
        interface IListDevicesReply extends parley.v1.ListDevicesReply.$Properties {
        }

        /** Represents a ListDevicesReply. */
        class ListDevicesReply {

            /**
             * Constructs a new ListDevicesReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListDevicesReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListDevicesReply devices. */
            devices: parley.v1.Device.$Properties[];

            /**
             * Creates a new ListDevicesReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListDevicesReply instance
             */
            static create(properties: parley.v1.ListDevicesReply.$Shape): parley.v1.ListDevicesReply & parley.v1.ListDevicesReply.$Shape;
            static create(properties?: parley.v1.ListDevicesReply.$Properties): parley.v1.ListDevicesReply;

            /**
             * Encodes the specified ListDevicesReply message. Does not implicitly {@link parley.v1.ListDevicesReply.verify|verify} messages.
             * @param message ListDevicesReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListDevicesReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListDevicesReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListDevicesReply & parley.v1.ListDevicesReply.$Shape} ListDevicesReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListDevicesReply & parley.v1.ListDevicesReply.$Shape;
        }

        namespace ListDevicesReply {

            /** Properties of a ListDevicesReply. */
            interface $Properties {

                /** ListDevicesReply devices */
                devices?: (parley.v1.Device.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListDevicesReply. */
            type $Shape = parley.v1.ListDevicesReply.$Properties;
        }

        /**
         * Properties of an EndDeviceRequest.
         * @deprecated Use parley.v1.EndDeviceRequest.$Properties instead.
         */
        interface IEndDeviceRequest extends parley.v1.EndDeviceRequest.$Properties {
        }

        /** Represents an EndDeviceRequest. */
        class EndDeviceRequest {

            /**
             * Constructs a new EndDeviceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EndDeviceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EndDeviceRequest device. */
            device: number;

            /**
             * Creates a new EndDeviceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EndDeviceRequest instance
             */
            static create(properties: parley.v1.EndDeviceRequest.$Shape): parley.v1.EndDeviceRequest & parley.v1.EndDeviceRequest.$Shape;
            static create(properties?: parley.v1.EndDeviceRequest.$Properties): parley.v1.EndDeviceRequest;

            /**
             * Encodes the specified EndDeviceRequest message. Does not implicitly {@link parley.v1.EndDeviceRequest.verify|verify} messages.
             * @param message EndDeviceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EndDeviceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EndDeviceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EndDeviceRequest & parley.v1.EndDeviceRequest.$Shape} EndDeviceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EndDeviceRequest & parley.v1.EndDeviceRequest.$Shape;
        }

        namespace EndDeviceRequest {

            /** Properties of an EndDeviceRequest. */
            interface $Properties {

                /** EndDeviceRequest device */
                device?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EndDeviceRequest. */
            type $Shape = parley.v1.EndDeviceRequest.$Properties;
        }

        /**
         * Properties of a ChangePasswordRequest.
         * @deprecated Use parley.v1.ChangePasswordRequest.$Properties instead.
         */
        interface IChangePasswordRequest extends parley.v1.ChangePasswordRequest.$Properties {
        }

        /** Represents a ChangePasswordRequest. */
        class ChangePasswordRequest {

            /**
             * Constructs a new ChangePasswordRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ChangePasswordRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChangePasswordRequest oldPassword. */
            oldPassword: string;

            /** ChangePasswordRequest newPassword. */
            newPassword: string;

            /** ChangePasswordRequest endOthers. */
            endOthers: boolean;

            /**
             * Creates a new ChangePasswordRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChangePasswordRequest instance
             */
            static create(properties: parley.v1.ChangePasswordRequest.$Shape): parley.v1.ChangePasswordRequest & parley.v1.ChangePasswordRequest.$Shape;
            static create(properties?: parley.v1.ChangePasswordRequest.$Properties): parley.v1.ChangePasswordRequest;

            /**
             * Encodes the specified ChangePasswordRequest message. Does not implicitly {@link parley.v1.ChangePasswordRequest.verify|verify} messages.
             * @param message ChangePasswordRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ChangePasswordRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChangePasswordRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ChangePasswordRequest & parley.v1.ChangePasswordRequest.$Shape} ChangePasswordRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ChangePasswordRequest & parley.v1.ChangePasswordRequest.$Shape;
        }

        namespace ChangePasswordRequest {

            /** Properties of a ChangePasswordRequest. */
            interface $Properties {

                /** ChangePasswordRequest oldPassword */
                oldPassword?: (string|null);

                /** ChangePasswordRequest newPassword */
                newPassword?: (string|null);

                /** ChangePasswordRequest endOthers */
                endOthers?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChangePasswordRequest. */
            type $Shape = parley.v1.ChangePasswordRequest.$Properties;
        }

        /**
         * Properties of a SetProfileRequest.
         * @deprecated Use parley.v1.SetProfileRequest.$Properties instead.
         */
        interface ISetProfileRequest extends parley.v1.SetProfileRequest.$Properties {
        }

        /** Represents a SetProfileRequest. */
        class SetProfileRequest {

            /**
             * Constructs a new SetProfileRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetProfileRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetProfileRequest displayName. */
            displayName?: (string|null);

            /** SetProfileRequest avatar. */
            avatar?: (string|null);

            /** SetProfileRequest locale. */
            locale?: (string|null);

            /**
             * Creates a new SetProfileRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetProfileRequest instance
             */
            static create(properties: parley.v1.SetProfileRequest.$Shape): parley.v1.SetProfileRequest & parley.v1.SetProfileRequest.$Shape;
            static create(properties?: parley.v1.SetProfileRequest.$Properties): parley.v1.SetProfileRequest;

            /**
             * Encodes the specified SetProfileRequest message. Does not implicitly {@link parley.v1.SetProfileRequest.verify|verify} messages.
             * @param message SetProfileRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetProfileRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetProfileRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetProfileRequest & parley.v1.SetProfileRequest.$Shape} SetProfileRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetProfileRequest & parley.v1.SetProfileRequest.$Shape;
        }

        namespace SetProfileRequest {

            /** Properties of a SetProfileRequest. */
            interface $Properties {

                /** SetProfileRequest displayName */
                displayName?: (string|null);

                /** SetProfileRequest avatar */
                avatar?: (string|null);

                /** SetProfileRequest locale */
                locale?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetProfileRequest. */
            type $Shape = parley.v1.SetProfileRequest.$Properties;
        }

        /**
         * Properties of an OwnAccount.
         * @deprecated Use parley.v1.OwnAccount.$Properties instead.
         */
        interface IOwnAccount extends parley.v1.OwnAccount.$Properties {
        }

        /** Represents an OwnAccount. */
        class OwnAccount {

            /**
             * Constructs a new OwnAccount.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.OwnAccount.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OwnAccount profile. */
            profile?: (parley.v1.Profile.$Properties|null);

            /** OwnAccount locale. */
            locale: string;

            /** OwnAccount createdMs. */
            createdMs: number;

            /**
             * Creates a new OwnAccount instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OwnAccount instance
             */
            static create(properties: parley.v1.OwnAccount.$Shape): parley.v1.OwnAccount & parley.v1.OwnAccount.$Shape;
            static create(properties?: parley.v1.OwnAccount.$Properties): parley.v1.OwnAccount;

            /**
             * Encodes the specified OwnAccount message. Does not implicitly {@link parley.v1.OwnAccount.verify|verify} messages.
             * @param message OwnAccount message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.OwnAccount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OwnAccount message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.OwnAccount & parley.v1.OwnAccount.$Shape} OwnAccount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.OwnAccount & parley.v1.OwnAccount.$Shape;
        }

        namespace OwnAccount {

            /** Properties of an OwnAccount. */
            interface $Properties {

                /** OwnAccount profile */
                profile?: (parley.v1.Profile.$Properties|null);

                /** OwnAccount locale */
                locale?: (string|null);

                /** OwnAccount createdMs */
                createdMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OwnAccount. */
            type $Shape = parley.v1.OwnAccount.$Properties;
        }

        /**
         * Properties of a FindAccountRequest.
         * @deprecated Use parley.v1.FindAccountRequest.$Properties instead.
         */
        interface IFindAccountRequest extends parley.v1.FindAccountRequest.$Properties {
        }

        /** Represents a FindAccountRequest. */
        class FindAccountRequest {

            /**
             * Constructs a new FindAccountRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.FindAccountRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FindAccountRequest handle. */
            handle: string;

            /**
             * Creates a new FindAccountRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FindAccountRequest instance
             */
            static create(properties: parley.v1.FindAccountRequest.$Shape): parley.v1.FindAccountRequest & parley.v1.FindAccountRequest.$Shape;
            static create(properties?: parley.v1.FindAccountRequest.$Properties): parley.v1.FindAccountRequest;

            /**
             * Encodes the specified FindAccountRequest message. Does not implicitly {@link parley.v1.FindAccountRequest.verify|verify} messages.
             * @param message FindAccountRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.FindAccountRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FindAccountRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.FindAccountRequest & parley.v1.FindAccountRequest.$Shape} FindAccountRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.FindAccountRequest & parley.v1.FindAccountRequest.$Shape;
        }

        namespace FindAccountRequest {

            /** Properties of a FindAccountRequest. */
            interface $Properties {

                /** FindAccountRequest handle */
                handle?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FindAccountRequest. */
            type $Shape = parley.v1.FindAccountRequest.$Properties;
        }

        /**
         * Properties of a GetProfilesRequest.
         * @deprecated Use parley.v1.GetProfilesRequest.$Properties instead.
         */
        interface IGetProfilesRequest extends parley.v1.GetProfilesRequest.$Properties {
        }

        /** Represents a GetProfilesRequest. */
        class GetProfilesRequest {

            /**
             * Constructs a new GetProfilesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetProfilesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetProfilesRequest accounts. */
            accounts: number[];

            /**
             * Creates a new GetProfilesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetProfilesRequest instance
             */
            static create(properties: parley.v1.GetProfilesRequest.$Shape): parley.v1.GetProfilesRequest & parley.v1.GetProfilesRequest.$Shape;
            static create(properties?: parley.v1.GetProfilesRequest.$Properties): parley.v1.GetProfilesRequest;

            /**
             * Encodes the specified GetProfilesRequest message. Does not implicitly {@link parley.v1.GetProfilesRequest.verify|verify} messages.
             * @param message GetProfilesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetProfilesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetProfilesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetProfilesRequest & parley.v1.GetProfilesRequest.$Shape} GetProfilesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetProfilesRequest & parley.v1.GetProfilesRequest.$Shape;
        }

        namespace GetProfilesRequest {

            /** Properties of a GetProfilesRequest. */
            interface $Properties {

                /** GetProfilesRequest accounts */
                accounts?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetProfilesRequest. */
            type $Shape = parley.v1.GetProfilesRequest.$Properties;
        }

        /**
         * Properties of a GetProfilesReply.
         * @deprecated Use parley.v1.GetProfilesReply.$Properties instead.
         */
        interface IGetProfilesReply extends parley.v1.GetProfilesReply.$Properties {
        }

        /** Represents a GetProfilesReply. */
        class GetProfilesReply {

            /**
             * Constructs a new GetProfilesReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetProfilesReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetProfilesReply profiles. */
            profiles: parley.v1.Profile.$Properties[];

            /**
             * Creates a new GetProfilesReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetProfilesReply instance
             */
            static create(properties: parley.v1.GetProfilesReply.$Shape): parley.v1.GetProfilesReply & parley.v1.GetProfilesReply.$Shape;
            static create(properties?: parley.v1.GetProfilesReply.$Properties): parley.v1.GetProfilesReply;

            /**
             * Encodes the specified GetProfilesReply message. Does not implicitly {@link parley.v1.GetProfilesReply.verify|verify} messages.
             * @param message GetProfilesReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetProfilesReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetProfilesReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetProfilesReply & parley.v1.GetProfilesReply.$Shape} GetProfilesReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetProfilesReply & parley.v1.GetProfilesReply.$Shape;
        }

        namespace GetProfilesReply {

            /** Properties of a GetProfilesReply. */
            interface $Properties {

                /** GetProfilesReply profiles */
                profiles?: (parley.v1.Profile.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetProfilesReply. */
            type $Shape = parley.v1.GetProfilesReply.$Properties;
        }

        /**
         * Properties of a PutAccountItemRequest.
         * @deprecated Use parley.v1.PutAccountItemRequest.$Properties instead.
         */
        interface IPutAccountItemRequest extends parley.v1.PutAccountItemRequest.$Properties {
        }

        /** Represents a PutAccountItemRequest. */
        class PutAccountItemRequest {

            /**
             * Constructs a new PutAccountItemRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PutAccountItemRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PutAccountItemRequest key. */
            key: string;

            /** PutAccountItemRequest body. */
            body: Uint8Array;

            /**
             * Creates a new PutAccountItemRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PutAccountItemRequest instance
             */
            static create(properties: parley.v1.PutAccountItemRequest.$Shape): parley.v1.PutAccountItemRequest & parley.v1.PutAccountItemRequest.$Shape;
            static create(properties?: parley.v1.PutAccountItemRequest.$Properties): parley.v1.PutAccountItemRequest;

            /**
             * Encodes the specified PutAccountItemRequest message. Does not implicitly {@link parley.v1.PutAccountItemRequest.verify|verify} messages.
             * @param message PutAccountItemRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PutAccountItemRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PutAccountItemRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PutAccountItemRequest & parley.v1.PutAccountItemRequest.$Shape} PutAccountItemRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PutAccountItemRequest & parley.v1.PutAccountItemRequest.$Shape;
        }

        namespace PutAccountItemRequest {

            /** Properties of a PutAccountItemRequest. */
            interface $Properties {

                /** PutAccountItemRequest key */
                key?: (string|null);

                /** PutAccountItemRequest body */
                body?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PutAccountItemRequest. */
            type $Shape = parley.v1.PutAccountItemRequest.$Properties;
        }

        /**
         * Properties of a PutAccountItemReply.
         * @deprecated Use parley.v1.PutAccountItemReply.$Properties instead.
         */
        interface IPutAccountItemReply extends parley.v1.PutAccountItemReply.$Properties {
        }

        /** Represents a PutAccountItemReply. */
        class PutAccountItemReply {

            /**
             * Constructs a new PutAccountItemReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PutAccountItemReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PutAccountItemReply seq. */
            seq: number;

            /**
             * Creates a new PutAccountItemReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PutAccountItemReply instance
             */
            static create(properties: parley.v1.PutAccountItemReply.$Shape): parley.v1.PutAccountItemReply & parley.v1.PutAccountItemReply.$Shape;
            static create(properties?: parley.v1.PutAccountItemReply.$Properties): parley.v1.PutAccountItemReply;

            /**
             * Encodes the specified PutAccountItemReply message. Does not implicitly {@link parley.v1.PutAccountItemReply.verify|verify} messages.
             * @param message PutAccountItemReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PutAccountItemReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PutAccountItemReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PutAccountItemReply & parley.v1.PutAccountItemReply.$Shape} PutAccountItemReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PutAccountItemReply & parley.v1.PutAccountItemReply.$Shape;
        }

        namespace PutAccountItemReply {

            /** Properties of a PutAccountItemReply. */
            interface $Properties {

                /** PutAccountItemReply seq */
                seq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PutAccountItemReply. */
            type $Shape = parley.v1.PutAccountItemReply.$Properties;
        }

        /**
         * Properties of an AccountEntry.
         * @deprecated Use parley.v1.AccountEntry.$Properties instead.
         */
        interface IAccountEntry extends parley.v1.AccountEntry.$Properties {
        }

        /** Represents an AccountEntry. */
        class AccountEntry {

            /**
             * Constructs a new AccountEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.AccountEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccountEntry seq. */
            seq: number;

            /** AccountEntry key. */
            key: string;

            /** AccountEntry body. */
            body: Uint8Array;

            /** AccountEntry timeMs. */
            timeMs: number;

            /**
             * Creates a new AccountEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AccountEntry instance
             */
            static create(properties: parley.v1.AccountEntry.$Shape): parley.v1.AccountEntry & parley.v1.AccountEntry.$Shape;
            static create(properties?: parley.v1.AccountEntry.$Properties): parley.v1.AccountEntry;

            /**
             * Encodes the specified AccountEntry message. Does not implicitly {@link parley.v1.AccountEntry.verify|verify} messages.
             * @param message AccountEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.AccountEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccountEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.AccountEntry & parley.v1.AccountEntry.$Shape} AccountEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.AccountEntry & parley.v1.AccountEntry.$Shape;
        }

        namespace AccountEntry {

            /** Properties of an AccountEntry. */
            interface $Properties {

                /** AccountEntry seq */
                seq?: (number|null);

                /** AccountEntry key */
                key?: (string|null);

                /** AccountEntry body */
                body?: (Uint8Array|null);

                /** AccountEntry timeMs */
                timeMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccountEntry. */
            type $Shape = parley.v1.AccountEntry.$Properties;
        }

        /**
         * Properties of an AccountEntryPush.
         * @deprecated Use parley.v1.AccountEntryPush.$Properties instead.
         */
        interface IAccountEntryPush extends parley.v1.AccountEntryPush.$Properties {
        }

        /** Represents an AccountEntryPush. */
        class AccountEntryPush {

            /**
             * Constructs a new AccountEntryPush.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.AccountEntryPush.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccountEntryPush entry. */
            entry?: (parley.v1.AccountEntry.$Properties|null);

            /**
             * Creates a new AccountEntryPush instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AccountEntryPush instance
             */
            static create(properties: parley.v1.AccountEntryPush.$Shape): parley.v1.AccountEntryPush & parley.v1.AccountEntryPush.$Shape;
            static create(properties?: parley.v1.AccountEntryPush.$Properties): parley.v1.AccountEntryPush;

            /**
             * Encodes the specified AccountEntryPush message. Does not implicitly {@link parley.v1.AccountEntryPush.verify|verify} messages.
             * @param message AccountEntryPush message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.AccountEntryPush.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccountEntryPush message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.AccountEntryPush & parley.v1.AccountEntryPush.$Shape} AccountEntryPush
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.AccountEntryPush & parley.v1.AccountEntryPush.$Shape;
        }

        namespace AccountEntryPush {

            /** Properties of an AccountEntryPush. */
            interface $Properties {

                /** AccountEntryPush entry */
                entry?: (parley.v1.AccountEntry.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccountEntryPush. */
            type $Shape = parley.v1.AccountEntryPush.$Properties;
        }

        /**
         * Properties of a Target.
         * @deprecated Use parley.v1.Target.$Properties instead.
         */
        interface ITarget extends parley.v1.Target.$Properties {
        }

        /** Represents a Target. */
        class Target {

            /**
             * Constructs a new Target.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Target.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Target conversation. */
            conversation?: (number|null);

            /** Target account. */
            account?: (number|null);

            /** Target to. */
            to?: ("conversation"|"account");

            /**
             * Creates a new Target instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Target instance
             */
            static create(properties: parley.v1.Target.$Shape): parley.v1.Target & parley.v1.Target.$Shape;
            static create(properties?: parley.v1.Target.$Properties): parley.v1.Target;

            /**
             * Encodes the specified Target message. Does not implicitly {@link parley.v1.Target.verify|verify} messages.
             * @param message Target message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Target.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Target message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Target & parley.v1.Target.$Shape} Target
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Target & parley.v1.Target.$Shape;
        }

        namespace Target {

            /** Properties of a Target. */
            interface $Properties {

                /** Target conversation */
                conversation?: (number|null);

                /** Target account */
                account?: (number|null);

                /** Target to */
                to?: ("conversation"|"account");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Target. */
            type $Shape = {
              conversation?: number|null;
              account?: number|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ to?: undefined; conversation?: null; account?: null }|{ to?: "conversation"; conversation: number; account?: null }|{ to?: "account"; conversation?: null; account: number })
            );
        }

        /**
         * Properties of an ErrorBody.
         * @deprecated Use parley.v1.ErrorBody.$Properties instead.
         */
        interface IErrorBody extends parley.v1.ErrorBody.$Properties {
        }

        /** Represents an ErrorBody. */
        class ErrorBody {

            /**
             * Constructs a new ErrorBody.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ErrorBody.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ErrorBody code. */
            code: number;

            /** ErrorBody name. */
            name: string;

            /** ErrorBody message. */
            message: string;

            /** ErrorBody retry. */
            retry: number;

            /** ErrorBody retryAfterMs. */
            retryAfterMs: number;

            /**
             * Creates a new ErrorBody instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ErrorBody instance
             */
            static create(properties: parley.v1.ErrorBody.$Shape): parley.v1.ErrorBody & parley.v1.ErrorBody.$Shape;
            static create(properties?: parley.v1.ErrorBody.$Properties): parley.v1.ErrorBody;

            /**
             * Encodes the specified ErrorBody message. Does not implicitly {@link parley.v1.ErrorBody.verify|verify} messages.
             * @param message ErrorBody message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ErrorBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ErrorBody message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ErrorBody & parley.v1.ErrorBody.$Shape} ErrorBody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ErrorBody & parley.v1.ErrorBody.$Shape;
        }

        namespace ErrorBody {

            /** Properties of an ErrorBody. */
            interface $Properties {

                /** ErrorBody code */
                code?: (number|null);

                /** ErrorBody name */
                name?: (string|null);

                /** ErrorBody message */
                message?: (string|null);

                /** ErrorBody retry */
                retry?: (number|null);

                /** ErrorBody retryAfterMs */
                retryAfterMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ErrorBody. */
            type $Shape = parley.v1.ErrorBody.$Properties;
        }

        /**
         * Properties of a CloseBody.
         * @deprecated Use parley.v1.CloseBody.$Properties instead.
         */
        interface ICloseBody extends parley.v1.CloseBody.$Properties {
        }

        /** Represents a CloseBody. */
        class CloseBody {

            /**
             * Constructs a new CloseBody.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CloseBody.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CloseBody code. */
            code: number;

            /** CloseBody name. */
            name: string;

            /** CloseBody reconnect. */
            reconnect: number;

            /** CloseBody delayMs. */
            delayMs: number;

            /**
             * Creates a new CloseBody instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CloseBody instance
             */
            static create(properties: parley.v1.CloseBody.$Shape): parley.v1.CloseBody & parley.v1.CloseBody.$Shape;
            static create(properties?: parley.v1.CloseBody.$Properties): parley.v1.CloseBody;

            /**
             * Encodes the specified CloseBody message. Does not implicitly {@link parley.v1.CloseBody.verify|verify} messages.
             * @param message CloseBody message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CloseBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CloseBody message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CloseBody & parley.v1.CloseBody.$Shape} CloseBody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CloseBody & parley.v1.CloseBody.$Shape;
        }

        namespace CloseBody {

            /** Properties of a CloseBody. */
            interface $Properties {

                /** CloseBody code */
                code?: (number|null);

                /** CloseBody name */
                name?: (string|null);

                /** CloseBody reconnect */
                reconnect?: (number|null);

                /** CloseBody delayMs */
                delayMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CloseBody. */
            type $Shape = parley.v1.CloseBody.$Properties;
        }

        /**
         * Properties of an Empty.
         * @deprecated Use parley.v1.Empty.$Properties instead.
         */
        interface IEmpty extends parley.v1.Empty.$Properties {
        }

        /** Represents an Empty. */
        class Empty {

            /**
             * Constructs a new Empty.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Empty.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new Empty instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Empty instance
             */
            static create(properties: parley.v1.Empty.$Shape): parley.v1.Empty & parley.v1.Empty.$Shape;
            static create(properties?: parley.v1.Empty.$Properties): parley.v1.Empty;

            /**
             * Encodes the specified Empty message. Does not implicitly {@link parley.v1.Empty.verify|verify} messages.
             * @param message Empty message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Empty.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Empty message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Empty & parley.v1.Empty.$Shape} Empty
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Empty & parley.v1.Empty.$Shape;
        }

        namespace Empty {

            /** Properties of an Empty. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Empty. */
            type $Shape = parley.v1.Empty.$Properties;
        }

        /**
         * Properties of a Profile.
         * @deprecated Use parley.v1.Profile.$Properties instead.
         */
        interface IProfile extends parley.v1.Profile.$Properties {
        }

        /** Represents a Profile. */
        class Profile {

            /**
             * Constructs a new Profile.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Profile.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Profile account. */
            account: number;

            /** Profile handle. */
            handle: string;

            /** Profile displayName. */
            displayName: string;

            /** Profile avatar. */
            avatar: string;

            /** Profile kind. */
            kind: parley.v1.AccountKind;

            /**
             * Creates a new Profile instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Profile instance
             */
            static create(properties: parley.v1.Profile.$Shape): parley.v1.Profile & parley.v1.Profile.$Shape;
            static create(properties?: parley.v1.Profile.$Properties): parley.v1.Profile;

            /**
             * Encodes the specified Profile message. Does not implicitly {@link parley.v1.Profile.verify|verify} messages.
             * @param message Profile message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Profile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Profile message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Profile & parley.v1.Profile.$Shape} Profile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Profile & parley.v1.Profile.$Shape;
        }

        namespace Profile {

            /** Properties of a Profile. */
            interface $Properties {

                /** Profile account */
                account?: (number|null);

                /** Profile handle */
                handle?: (string|null);

                /** Profile displayName */
                displayName?: (string|null);

                /** Profile avatar */
                avatar?: (string|null);

                /** Profile kind */
                kind?: (parley.v1.AccountKind|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Profile. */
            type $Shape = parley.v1.Profile.$Properties;
        }

        /** AccountKind enum. */
        enum AccountKind {

            /** ACCOUNT_KIND_UNSPECIFIED value */
            ACCOUNT_KIND_UNSPECIFIED = 0,

            /** ACCOUNT_KIND_PERSON value */
            ACCOUNT_KIND_PERSON = 1,

            /** ACCOUNT_KIND_VISITOR value */
            ACCOUNT_KIND_VISITOR = 2,

            /** ACCOUNT_KIND_BOT value */
            ACCOUNT_KIND_BOT = 3,

            /** ACCOUNT_KIND_SYSTEM value */
            ACCOUNT_KIND_SYSTEM = 4
        }

        /** DeviceClass enum. */
        enum DeviceClass {

            /** DEVICE_CLASS_UNSPECIFIED value */
            DEVICE_CLASS_UNSPECIFIED = 0,

            /** DEVICE_CLASS_PC value */
            DEVICE_CLASS_PC = 1,

            /** DEVICE_CLASS_WEB value */
            DEVICE_CLASS_WEB = 2,

            /** DEVICE_CLASS_MOBILE_WEB value */
            DEVICE_CLASS_MOBILE_WEB = 3,

            /** DEVICE_CLASS_ANDROID value */
            DEVICE_CLASS_ANDROID = 4,

            /** DEVICE_CLASS_IOS value */
            DEVICE_CLASS_IOS = 5,

            /** DEVICE_CLASS_TERMINAL value */
            DEVICE_CLASS_TERMINAL = 6
        }

        /** Audience enum. */
        enum Audience {

            /** AUDIENCE_UNSPECIFIED value */
            AUDIENCE_UNSPECIFIED = 0,

            /** AUDIENCE_EVERYBODY value */
            AUDIENCE_EVERYBODY = 1,

            /** AUDIENCE_CONTACTS value */
            AUDIENCE_CONTACTS = 2,

            /** AUDIENCE_NOBODY value */
            AUDIENCE_NOBODY = 3
        }

        /** PresenceStatus enum. */
        enum PresenceStatus {

            /** PRESENCE_STATUS_UNSPECIFIED value */
            PRESENCE_STATUS_UNSPECIFIED = 0,

            /** PRESENCE_STATUS_ONLINE value */
            PRESENCE_STATUS_ONLINE = 1,

            /** PRESENCE_STATUS_BUSY value */
            PRESENCE_STATUS_BUSY = 2,

            /** PRESENCE_STATUS_AWAY value */
            PRESENCE_STATUS_AWAY = 3,

            /** PRESENCE_STATUS_INVISIBLE value */
            PRESENCE_STATUS_INVISIBLE = 4
        }

        /**
         * Properties of an AccountSettings.
         * @deprecated Use parley.v1.AccountSettings.$Properties instead.
         */
        interface IAccountSettings extends parley.v1.AccountSettings.$Properties {
        }

        /** Represents an AccountSettings. */
        class AccountSettings {

            /**
             * Constructs a new AccountSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.AccountSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccountSettings findableBy. */
            findableBy: parley.v1.Audience;

            /** AccountSettings writableBy. */
            writableBy: parley.v1.Audience;

            /** AccountSettings lastSeenBy. */
            lastSeenBy: parley.v1.Audience;

            /** AccountSettings status. */
            status: parley.v1.PresenceStatus;

            /**
             * Creates a new AccountSettings instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AccountSettings instance
             */
            static create(properties: parley.v1.AccountSettings.$Shape): parley.v1.AccountSettings & parley.v1.AccountSettings.$Shape;
            static create(properties?: parley.v1.AccountSettings.$Properties): parley.v1.AccountSettings;

            /**
             * Encodes the specified AccountSettings message. Does not implicitly {@link parley.v1.AccountSettings.verify|verify} messages.
             * @param message AccountSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.AccountSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccountSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.AccountSettings & parley.v1.AccountSettings.$Shape} AccountSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.AccountSettings & parley.v1.AccountSettings.$Shape;
        }

        namespace AccountSettings {

            /** Properties of an AccountSettings. */
            interface $Properties {

                /** AccountSettings findableBy */
                findableBy?: (parley.v1.Audience|null);

                /** AccountSettings writableBy */
                writableBy?: (parley.v1.Audience|null);

                /** AccountSettings lastSeenBy */
                lastSeenBy?: (parley.v1.Audience|null);

                /** AccountSettings status */
                status?: (parley.v1.PresenceStatus|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccountSettings. */
            type $Shape = parley.v1.AccountSettings.$Properties;
        }

        /**
         * Properties of a SetAccountSettingsRequest.
         * @deprecated Use parley.v1.SetAccountSettingsRequest.$Properties instead.
         */
        interface ISetAccountSettingsRequest extends parley.v1.SetAccountSettingsRequest.$Properties {
        }

        /** Represents a SetAccountSettingsRequest. */
        class SetAccountSettingsRequest {

            /**
             * Constructs a new SetAccountSettingsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetAccountSettingsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetAccountSettingsRequest settings. */
            settings?: (parley.v1.AccountSettings.$Properties|null);

            /**
             * Creates a new SetAccountSettingsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetAccountSettingsRequest instance
             */
            static create(properties: parley.v1.SetAccountSettingsRequest.$Shape): parley.v1.SetAccountSettingsRequest & parley.v1.SetAccountSettingsRequest.$Shape;
            static create(properties?: parley.v1.SetAccountSettingsRequest.$Properties): parley.v1.SetAccountSettingsRequest;

            /**
             * Encodes the specified SetAccountSettingsRequest message. Does not implicitly {@link parley.v1.SetAccountSettingsRequest.verify|verify} messages.
             * @param message SetAccountSettingsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetAccountSettingsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetAccountSettingsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetAccountSettingsRequest & parley.v1.SetAccountSettingsRequest.$Shape} SetAccountSettingsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetAccountSettingsRequest & parley.v1.SetAccountSettingsRequest.$Shape;
        }

        namespace SetAccountSettingsRequest {

            /** Properties of a SetAccountSettingsRequest. */
            interface $Properties {

                /** SetAccountSettingsRequest settings */
                settings?: (parley.v1.AccountSettings.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetAccountSettingsRequest. */
            type $Shape = parley.v1.SetAccountSettingsRequest.$Properties;
        }

        /**
         * Properties of a SetAccountSettingsReply.
         * @deprecated Use parley.v1.SetAccountSettingsReply.$Properties instead.
         */
        interface ISetAccountSettingsReply extends parley.v1.SetAccountSettingsReply.$Properties {
        }

        /** Represents a SetAccountSettingsReply. */
        class SetAccountSettingsReply {

            /**
             * Constructs a new SetAccountSettingsReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetAccountSettingsReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetAccountSettingsReply entry. */
            entry?: (parley.v1.AccountEntry.$Properties|null);

            /**
             * Creates a new SetAccountSettingsReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetAccountSettingsReply instance
             */
            static create(properties: parley.v1.SetAccountSettingsReply.$Shape): parley.v1.SetAccountSettingsReply & parley.v1.SetAccountSettingsReply.$Shape;
            static create(properties?: parley.v1.SetAccountSettingsReply.$Properties): parley.v1.SetAccountSettingsReply;

            /**
             * Encodes the specified SetAccountSettingsReply message. Does not implicitly {@link parley.v1.SetAccountSettingsReply.verify|verify} messages.
             * @param message SetAccountSettingsReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetAccountSettingsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetAccountSettingsReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetAccountSettingsReply & parley.v1.SetAccountSettingsReply.$Shape} SetAccountSettingsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetAccountSettingsReply & parley.v1.SetAccountSettingsReply.$Shape;
        }

        namespace SetAccountSettingsReply {

            /** Properties of a SetAccountSettingsReply. */
            interface $Properties {

                /** SetAccountSettingsReply entry */
                entry?: (parley.v1.AccountEntry.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetAccountSettingsReply. */
            type $Shape = parley.v1.SetAccountSettingsReply.$Properties;
        }

        /** ContactState enum. */
        enum ContactState {

            /** CONTACT_STATE_UNSPECIFIED value */
            CONTACT_STATE_UNSPECIFIED = 0,

            /** CONTACT_STATE_ASKED value */
            CONTACT_STATE_ASKED = 1,

            /** CONTACT_STATE_ASKING value */
            CONTACT_STATE_ASKING = 2,

            /** CONTACT_STATE_CONTACT value */
            CONTACT_STATE_CONTACT = 3,

            /** CONTACT_STATE_REFUSED value */
            CONTACT_STATE_REFUSED = 4,

            /** CONTACT_STATE_EXPIRED value */
            CONTACT_STATE_EXPIRED = 5
        }

        /**
         * Properties of a Contact.
         * @deprecated Use parley.v1.Contact.$Properties instead.
         */
        interface IContact extends parley.v1.Contact.$Properties {
        }

        /** Represents a Contact. */
        class Contact {

            /**
             * Constructs a new Contact.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Contact.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Contact account. */
            account: number;

            /** Contact state. */
            state: parley.v1.ContactState;

            /** Contact greeting. */
            greeting: string;

            /** Contact remark. */
            remark: string;

            /** Contact tags. */
            tags: string[];

            /** Contact blocked. */
            blocked: boolean;

            /** Contact sinceMs. */
            sinceMs: number;

            /** Contact expiresMs. */
            expiresMs: number;

            /**
             * Creates a new Contact instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Contact instance
             */
            static create(properties: parley.v1.Contact.$Shape): parley.v1.Contact & parley.v1.Contact.$Shape;
            static create(properties?: parley.v1.Contact.$Properties): parley.v1.Contact;

            /**
             * Encodes the specified Contact message. Does not implicitly {@link parley.v1.Contact.verify|verify} messages.
             * @param message Contact message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Contact.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Contact message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Contact & parley.v1.Contact.$Shape} Contact
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Contact & parley.v1.Contact.$Shape;
        }

        namespace Contact {

            /** Properties of a Contact. */
            interface $Properties {

                /** Contact account */
                account?: (number|null);

                /** Contact state */
                state?: (parley.v1.ContactState|null);

                /** Contact greeting */
                greeting?: (string|null);

                /** Contact remark */
                remark?: (string|null);

                /** Contact tags */
                tags?: (string[]|null);

                /** Contact blocked */
                blocked?: (boolean|null);

                /** Contact sinceMs */
                sinceMs?: (number|null);

                /** Contact expiresMs */
                expiresMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Contact. */
            type $Shape = parley.v1.Contact.$Properties;
        }

        /**
         * Properties of a RequestContactRequest.
         * @deprecated Use parley.v1.RequestContactRequest.$Properties instead.
         */
        interface IRequestContactRequest extends parley.v1.RequestContactRequest.$Properties {
        }

        /** Represents a RequestContactRequest. */
        class RequestContactRequest {

            /**
             * Constructs a new RequestContactRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RequestContactRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RequestContactRequest account. */
            account: number;

            /** RequestContactRequest greeting. */
            greeting: string;

            /** RequestContactRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new RequestContactRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RequestContactRequest instance
             */
            static create(properties: parley.v1.RequestContactRequest.$Shape): parley.v1.RequestContactRequest & parley.v1.RequestContactRequest.$Shape;
            static create(properties?: parley.v1.RequestContactRequest.$Properties): parley.v1.RequestContactRequest;

            /**
             * Encodes the specified RequestContactRequest message. Does not implicitly {@link parley.v1.RequestContactRequest.verify|verify} messages.
             * @param message RequestContactRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RequestContactRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RequestContactRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RequestContactRequest & parley.v1.RequestContactRequest.$Shape} RequestContactRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RequestContactRequest & parley.v1.RequestContactRequest.$Shape;
        }

        namespace RequestContactRequest {

            /** Properties of a RequestContactRequest. */
            interface $Properties {

                /** RequestContactRequest account */
                account?: (number|null);

                /** RequestContactRequest greeting */
                greeting?: (string|null);

                /** RequestContactRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RequestContactRequest. */
            type $Shape = parley.v1.RequestContactRequest.$Properties;
        }

        /**
         * Properties of an AnswerContactRequest.
         * @deprecated Use parley.v1.AnswerContactRequest.$Properties instead.
         */
        interface IAnswerContactRequest extends parley.v1.AnswerContactRequest.$Properties {
        }

        /** Represents an AnswerContactRequest. */
        class AnswerContactRequest {

            /**
             * Constructs a new AnswerContactRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.AnswerContactRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AnswerContactRequest account. */
            account: number;

            /** AnswerContactRequest accept. */
            accept: boolean;

            /** AnswerContactRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new AnswerContactRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AnswerContactRequest instance
             */
            static create(properties: parley.v1.AnswerContactRequest.$Shape): parley.v1.AnswerContactRequest & parley.v1.AnswerContactRequest.$Shape;
            static create(properties?: parley.v1.AnswerContactRequest.$Properties): parley.v1.AnswerContactRequest;

            /**
             * Encodes the specified AnswerContactRequest message. Does not implicitly {@link parley.v1.AnswerContactRequest.verify|verify} messages.
             * @param message AnswerContactRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.AnswerContactRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AnswerContactRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.AnswerContactRequest & parley.v1.AnswerContactRequest.$Shape} AnswerContactRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.AnswerContactRequest & parley.v1.AnswerContactRequest.$Shape;
        }

        namespace AnswerContactRequest {

            /** Properties of an AnswerContactRequest. */
            interface $Properties {

                /** AnswerContactRequest account */
                account?: (number|null);

                /** AnswerContactRequest accept */
                accept?: (boolean|null);

                /** AnswerContactRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AnswerContactRequest. */
            type $Shape = parley.v1.AnswerContactRequest.$Properties;
        }

        /**
         * Properties of a WithdrawContactRequest.
         * @deprecated Use parley.v1.WithdrawContactRequest.$Properties instead.
         */
        interface IWithdrawContactRequest extends parley.v1.WithdrawContactRequest.$Properties {
        }

        /** Represents a WithdrawContactRequest. */
        class WithdrawContactRequest {

            /**
             * Constructs a new WithdrawContactRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.WithdrawContactRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WithdrawContactRequest account. */
            account: number;

            /** WithdrawContactRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new WithdrawContactRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WithdrawContactRequest instance
             */
            static create(properties: parley.v1.WithdrawContactRequest.$Shape): parley.v1.WithdrawContactRequest & parley.v1.WithdrawContactRequest.$Shape;
            static create(properties?: parley.v1.WithdrawContactRequest.$Properties): parley.v1.WithdrawContactRequest;

            /**
             * Encodes the specified WithdrawContactRequest message. Does not implicitly {@link parley.v1.WithdrawContactRequest.verify|verify} messages.
             * @param message WithdrawContactRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.WithdrawContactRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WithdrawContactRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.WithdrawContactRequest & parley.v1.WithdrawContactRequest.$Shape} WithdrawContactRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.WithdrawContactRequest & parley.v1.WithdrawContactRequest.$Shape;
        }

        namespace WithdrawContactRequest {

            /** Properties of a WithdrawContactRequest. */
            interface $Properties {

                /** WithdrawContactRequest account */
                account?: (number|null);

                /** WithdrawContactRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WithdrawContactRequest. */
            type $Shape = parley.v1.WithdrawContactRequest.$Properties;
        }

        /**
         * Properties of a RemoveContactRequest.
         * @deprecated Use parley.v1.RemoveContactRequest.$Properties instead.
         */
        interface IRemoveContactRequest extends parley.v1.RemoveContactRequest.$Properties {
        }

        /** Represents a RemoveContactRequest. */
        class RemoveContactRequest {

            /**
             * Constructs a new RemoveContactRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RemoveContactRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemoveContactRequest account. */
            account: number;

            /** RemoveContactRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new RemoveContactRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RemoveContactRequest instance
             */
            static create(properties: parley.v1.RemoveContactRequest.$Shape): parley.v1.RemoveContactRequest & parley.v1.RemoveContactRequest.$Shape;
            static create(properties?: parley.v1.RemoveContactRequest.$Properties): parley.v1.RemoveContactRequest;

            /**
             * Encodes the specified RemoveContactRequest message. Does not implicitly {@link parley.v1.RemoveContactRequest.verify|verify} messages.
             * @param message RemoveContactRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RemoveContactRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemoveContactRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RemoveContactRequest & parley.v1.RemoveContactRequest.$Shape} RemoveContactRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RemoveContactRequest & parley.v1.RemoveContactRequest.$Shape;
        }

        namespace RemoveContactRequest {

            /** Properties of a RemoveContactRequest. */
            interface $Properties {

                /** RemoveContactRequest account */
                account?: (number|null);

                /** RemoveContactRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemoveContactRequest. */
            type $Shape = parley.v1.RemoveContactRequest.$Properties;
        }

        /**
         * Properties of a SetBlockedRequest.
         * @deprecated Use parley.v1.SetBlockedRequest.$Properties instead.
         */
        interface ISetBlockedRequest extends parley.v1.SetBlockedRequest.$Properties {
        }

        /** Represents a SetBlockedRequest. */
        class SetBlockedRequest {

            /**
             * Constructs a new SetBlockedRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetBlockedRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetBlockedRequest account. */
            account: number;

            /** SetBlockedRequest blocked. */
            blocked: boolean;

            /** SetBlockedRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new SetBlockedRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetBlockedRequest instance
             */
            static create(properties: parley.v1.SetBlockedRequest.$Shape): parley.v1.SetBlockedRequest & parley.v1.SetBlockedRequest.$Shape;
            static create(properties?: parley.v1.SetBlockedRequest.$Properties): parley.v1.SetBlockedRequest;

            /**
             * Encodes the specified SetBlockedRequest message. Does not implicitly {@link parley.v1.SetBlockedRequest.verify|verify} messages.
             * @param message SetBlockedRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetBlockedRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetBlockedRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetBlockedRequest & parley.v1.SetBlockedRequest.$Shape} SetBlockedRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetBlockedRequest & parley.v1.SetBlockedRequest.$Shape;
        }

        namespace SetBlockedRequest {

            /** Properties of a SetBlockedRequest. */
            interface $Properties {

                /** SetBlockedRequest account */
                account?: (number|null);

                /** SetBlockedRequest blocked */
                blocked?: (boolean|null);

                /** SetBlockedRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetBlockedRequest. */
            type $Shape = parley.v1.SetBlockedRequest.$Properties;
        }

        /**
         * Properties of a SetContactRequest.
         * @deprecated Use parley.v1.SetContactRequest.$Properties instead.
         */
        interface ISetContactRequest extends parley.v1.SetContactRequest.$Properties {
        }

        /** Represents a SetContactRequest. */
        class SetContactRequest {

            /**
             * Constructs a new SetContactRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetContactRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetContactRequest account. */
            account: number;

            /** SetContactRequest remark. */
            remark?: (string|null);

            /** SetContactRequest tags. */
            tags?: (parley.v1.ContactTags.$Properties|null);

            /** SetContactRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new SetContactRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetContactRequest instance
             */
            static create(properties: parley.v1.SetContactRequest.$Shape): parley.v1.SetContactRequest & parley.v1.SetContactRequest.$Shape;
            static create(properties?: parley.v1.SetContactRequest.$Properties): parley.v1.SetContactRequest;

            /**
             * Encodes the specified SetContactRequest message. Does not implicitly {@link parley.v1.SetContactRequest.verify|verify} messages.
             * @param message SetContactRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetContactRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetContactRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetContactRequest & parley.v1.SetContactRequest.$Shape} SetContactRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetContactRequest & parley.v1.SetContactRequest.$Shape;
        }

        namespace SetContactRequest {

            /** Properties of a SetContactRequest. */
            interface $Properties {

                /** SetContactRequest account */
                account?: (number|null);

                /** SetContactRequest remark */
                remark?: (string|null);

                /** SetContactRequest tags */
                tags?: (parley.v1.ContactTags.$Properties|null);

                /** SetContactRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetContactRequest. */
            type $Shape = parley.v1.SetContactRequest.$Properties;
        }

        /**
         * Properties of a ContactTags.
         * @deprecated Use parley.v1.ContactTags.$Properties instead.
         */
        interface IContactTags extends parley.v1.ContactTags.$Properties {
        }

        /** Represents a ContactTags. */
        class ContactTags {

            /**
             * Constructs a new ContactTags.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ContactTags.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ContactTags tags. */
            tags: string[];

            /**
             * Creates a new ContactTags instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ContactTags instance
             */
            static create(properties: parley.v1.ContactTags.$Shape): parley.v1.ContactTags & parley.v1.ContactTags.$Shape;
            static create(properties?: parley.v1.ContactTags.$Properties): parley.v1.ContactTags;

            /**
             * Encodes the specified ContactTags message. Does not implicitly {@link parley.v1.ContactTags.verify|verify} messages.
             * @param message ContactTags message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ContactTags.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ContactTags message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ContactTags & parley.v1.ContactTags.$Shape} ContactTags
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ContactTags & parley.v1.ContactTags.$Shape;
        }

        namespace ContactTags {

            /** Properties of a ContactTags. */
            interface $Properties {

                /** ContactTags tags */
                tags?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ContactTags. */
            type $Shape = parley.v1.ContactTags.$Properties;
        }

        /**
         * Properties of a ContactReply.
         * @deprecated Use parley.v1.ContactReply.$Properties instead.
         */
        interface IContactReply extends parley.v1.ContactReply.$Properties {
        }

        /** Represents a ContactReply. */
        class ContactReply {

            /**
             * Constructs a new ContactReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ContactReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ContactReply entry. */
            entry?: (parley.v1.AccountEntry.$Properties|null);

            /**
             * Creates a new ContactReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ContactReply instance
             */
            static create(properties: parley.v1.ContactReply.$Shape): parley.v1.ContactReply & parley.v1.ContactReply.$Shape;
            static create(properties?: parley.v1.ContactReply.$Properties): parley.v1.ContactReply;

            /**
             * Encodes the specified ContactReply message. Does not implicitly {@link parley.v1.ContactReply.verify|verify} messages.
             * @param message ContactReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ContactReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ContactReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ContactReply & parley.v1.ContactReply.$Shape} ContactReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ContactReply & parley.v1.ContactReply.$Shape;
        }

        namespace ContactReply {

            /** Properties of a ContactReply. */
            interface $Properties {

                /** ContactReply entry */
                entry?: (parley.v1.AccountEntry.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ContactReply. */
            type $Shape = parley.v1.ContactReply.$Properties;
        }

        /** EntryKind enum. */
        enum EntryKind {

            /** ENTRY_KIND_UNSPECIFIED value */
            ENTRY_KIND_UNSPECIFIED = 0,

            /** ENTRY_KIND_TEXT value */
            ENTRY_KIND_TEXT = 1,

            /** ENTRY_KIND_IMAGE value */
            ENTRY_KIND_IMAGE = 2,

            /** ENTRY_KIND_VOICE value */
            ENTRY_KIND_VOICE = 3,

            /** ENTRY_KIND_VIDEO value */
            ENTRY_KIND_VIDEO = 4,

            /** ENTRY_KIND_FILE value */
            ENTRY_KIND_FILE = 5,

            /** ENTRY_KIND_LOCATION value */
            ENTRY_KIND_LOCATION = 6,

            /** ENTRY_KIND_CARD value */
            ENTRY_KIND_CARD = 7,

            /** ENTRY_KIND_FORWARD value */
            ENTRY_KIND_FORWARD = 8,

            /** ENTRY_KIND_EDIT value */
            ENTRY_KIND_EDIT = 20,

            /** ENTRY_KIND_RECALL value */
            ENTRY_KIND_RECALL = 21,

            /** ENTRY_KIND_REACTION value */
            ENTRY_KIND_REACTION = 22,

            /** ENTRY_KIND_PIN value */
            ENTRY_KIND_PIN = 23,

            /** ENTRY_KIND_BURN value */
            ENTRY_KIND_BURN = 24,

            /** ENTRY_KIND_NOTICE value */
            ENTRY_KIND_NOTICE = 40
        }

        /**
         * Properties of an EntryBody.
         * @deprecated Use parley.v1.EntryBody.$Properties instead.
         */
        interface IEntryBody extends parley.v1.EntryBody.$Properties {
        }

        /** Represents an EntryBody. */
        class EntryBody {

            /**
             * Constructs a new EntryBody.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EntryBody.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EntryBody text. */
            text: string;

            /** EntryBody mentions. */
            mentions: parley.v1.Mention.$Properties[];

            /** EntryBody mentionAll. */
            mentionAll: boolean;

            /** EntryBody attachments. */
            attachments: parley.v1.Attachment.$Properties[];

            /** EntryBody location. */
            location?: (parley.v1.Location.$Properties|null);

            /** EntryBody card. */
            card?: (parley.v1.Card.$Properties|null);

            /** EntryBody forward. */
            forward?: (parley.v1.Forward.$Properties|null);

            /** EntryBody reaction. */
            reaction?: (parley.v1.Reaction.$Properties|null);

            /** EntryBody pinned. */
            pinned: boolean;

            /** EntryBody notice. */
            notice?: (parley.v1.Notice.$Properties|null);

            /** EntryBody burnAfterMs. */
            burnAfterMs: number;

            /**
             * Creates a new EntryBody instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EntryBody instance
             */
            static create(properties: parley.v1.EntryBody.$Shape): parley.v1.EntryBody & parley.v1.EntryBody.$Shape;
            static create(properties?: parley.v1.EntryBody.$Properties): parley.v1.EntryBody;

            /**
             * Encodes the specified EntryBody message. Does not implicitly {@link parley.v1.EntryBody.verify|verify} messages.
             * @param message EntryBody message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EntryBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EntryBody message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EntryBody & parley.v1.EntryBody.$Shape} EntryBody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EntryBody & parley.v1.EntryBody.$Shape;
        }

        namespace EntryBody {

            /** Properties of an EntryBody. */
            interface $Properties {

                /** EntryBody text */
                text?: (string|null);

                /** EntryBody mentions */
                mentions?: (parley.v1.Mention.$Properties[]|null);

                /** EntryBody mentionAll */
                mentionAll?: (boolean|null);

                /** EntryBody attachments */
                attachments?: (parley.v1.Attachment.$Properties[]|null);

                /** EntryBody location */
                location?: (parley.v1.Location.$Properties|null);

                /** EntryBody card */
                card?: (parley.v1.Card.$Properties|null);

                /** EntryBody forward */
                forward?: (parley.v1.Forward.$Properties|null);

                /** EntryBody reaction */
                reaction?: (parley.v1.Reaction.$Properties|null);

                /** EntryBody pinned */
                pinned?: (boolean|null);

                /** EntryBody notice */
                notice?: (parley.v1.Notice.$Properties|null);

                /** EntryBody burnAfterMs */
                burnAfterMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EntryBody. */
            type $Shape = parley.v1.EntryBody.$Properties;
        }

        /**
         * Properties of a Mention.
         * @deprecated Use parley.v1.Mention.$Properties instead.
         */
        interface IMention extends parley.v1.Mention.$Properties {
        }

        /** Represents a Mention. */
        class Mention {

            /**
             * Constructs a new Mention.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Mention.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Mention account. */
            account: number;

            /** Mention offset. */
            offset: number;

            /** Mention length. */
            length: number;

            /**
             * Creates a new Mention instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Mention instance
             */
            static create(properties: parley.v1.Mention.$Shape): parley.v1.Mention & parley.v1.Mention.$Shape;
            static create(properties?: parley.v1.Mention.$Properties): parley.v1.Mention;

            /**
             * Encodes the specified Mention message. Does not implicitly {@link parley.v1.Mention.verify|verify} messages.
             * @param message Mention message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Mention.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Mention message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Mention & parley.v1.Mention.$Shape} Mention
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Mention & parley.v1.Mention.$Shape;
        }

        namespace Mention {

            /** Properties of a Mention. */
            interface $Properties {

                /** Mention account */
                account?: (number|null);

                /** Mention offset */
                offset?: (number|null);

                /** Mention length */
                length?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Mention. */
            type $Shape = parley.v1.Mention.$Properties;
        }

        /**
         * Properties of an Attachment.
         * @deprecated Use parley.v1.Attachment.$Properties instead.
         */
        interface IAttachment extends parley.v1.Attachment.$Properties {
        }

        /** Represents an Attachment. */
        class Attachment {

            /**
             * Constructs a new Attachment.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Attachment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Attachment file. */
            file: number;

            /** Attachment name. */
            name: string;

            /** Attachment mediaType. */
            mediaType: string;

            /** Attachment bytes. */
            bytes: number;

            /** Attachment width. */
            width: number;

            /** Attachment height. */
            height: number;

            /** Attachment durationMs. */
            durationMs: number;

            /** Attachment placeholder. */
            placeholder: Uint8Array;

            /** Attachment waveform. */
            waveform: Uint8Array;

            /**
             * Creates a new Attachment instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Attachment instance
             */
            static create(properties: parley.v1.Attachment.$Shape): parley.v1.Attachment & parley.v1.Attachment.$Shape;
            static create(properties?: parley.v1.Attachment.$Properties): parley.v1.Attachment;

            /**
             * Encodes the specified Attachment message. Does not implicitly {@link parley.v1.Attachment.verify|verify} messages.
             * @param message Attachment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Attachment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Attachment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Attachment & parley.v1.Attachment.$Shape} Attachment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Attachment & parley.v1.Attachment.$Shape;
        }

        namespace Attachment {

            /** Properties of an Attachment. */
            interface $Properties {

                /** Attachment file */
                file?: (number|null);

                /** Attachment name */
                name?: (string|null);

                /** Attachment mediaType */
                mediaType?: (string|null);

                /** Attachment bytes */
                bytes?: (number|null);

                /** Attachment width */
                width?: (number|null);

                /** Attachment height */
                height?: (number|null);

                /** Attachment durationMs */
                durationMs?: (number|null);

                /** Attachment placeholder */
                placeholder?: (Uint8Array|null);

                /** Attachment waveform */
                waveform?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Attachment. */
            type $Shape = parley.v1.Attachment.$Properties;
        }

        /**
         * Properties of a Location.
         * @deprecated Use parley.v1.Location.$Properties instead.
         */
        interface ILocation extends parley.v1.Location.$Properties {
        }

        /** Represents a Location. */
        class Location {

            /**
             * Constructs a new Location.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Location.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Location latitudeE7. */
            latitudeE7: number;

            /** Location longitudeE7. */
            longitudeE7: number;

            /** Location name. */
            name: string;

            /** Location address. */
            address: string;

            /**
             * Creates a new Location instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Location instance
             */
            static create(properties: parley.v1.Location.$Shape): parley.v1.Location & parley.v1.Location.$Shape;
            static create(properties?: parley.v1.Location.$Properties): parley.v1.Location;

            /**
             * Encodes the specified Location message. Does not implicitly {@link parley.v1.Location.verify|verify} messages.
             * @param message Location message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Location.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Location message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Location & parley.v1.Location.$Shape} Location
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Location & parley.v1.Location.$Shape;
        }

        namespace Location {

            /** Properties of a Location. */
            interface $Properties {

                /** Location latitudeE7 */
                latitudeE7?: (number|null);

                /** Location longitudeE7 */
                longitudeE7?: (number|null);

                /** Location name */
                name?: (string|null);

                /** Location address */
                address?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Location. */
            type $Shape = parley.v1.Location.$Properties;
        }

        /**
         * Properties of a Card.
         * @deprecated Use parley.v1.Card.$Properties instead.
         */
        interface ICard extends parley.v1.Card.$Properties {
        }

        /** Represents a Card. */
        class Card {

            /**
             * Constructs a new Card.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Card.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Card type. */
            type: string;

            /** Card json. */
            json: string;

            /**
             * Creates a new Card instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Card instance
             */
            static create(properties: parley.v1.Card.$Shape): parley.v1.Card & parley.v1.Card.$Shape;
            static create(properties?: parley.v1.Card.$Properties): parley.v1.Card;

            /**
             * Encodes the specified Card message. Does not implicitly {@link parley.v1.Card.verify|verify} messages.
             * @param message Card message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Card.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Card message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Card & parley.v1.Card.$Shape} Card
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Card & parley.v1.Card.$Shape;
        }

        namespace Card {

            /** Properties of a Card. */
            interface $Properties {

                /** Card type */
                type?: (string|null);

                /** Card json */
                json?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Card. */
            type $Shape = parley.v1.Card.$Properties;
        }

        /**
         * Properties of a Forward.
         * @deprecated Use parley.v1.Forward.$Properties instead.
         */
        interface IForward extends parley.v1.Forward.$Properties {
        }

        /** Represents a Forward. */
        class Forward {

            /**
             * Constructs a new Forward.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Forward.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Forward title. */
            title: string;

            /** Forward entries. */
            entries: parley.v1.ForwardedEntry.$Properties[];

            /**
             * Creates a new Forward instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Forward instance
             */
            static create(properties: parley.v1.Forward.$Shape): parley.v1.Forward & parley.v1.Forward.$Shape;
            static create(properties?: parley.v1.Forward.$Properties): parley.v1.Forward;

            /**
             * Encodes the specified Forward message. Does not implicitly {@link parley.v1.Forward.verify|verify} messages.
             * @param message Forward message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Forward.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Forward message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Forward & parley.v1.Forward.$Shape} Forward
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Forward & parley.v1.Forward.$Shape;
        }

        namespace Forward {

            /** Properties of a Forward. */
            interface $Properties {

                /** Forward title */
                title?: (string|null);

                /** Forward entries */
                entries?: (parley.v1.ForwardedEntry.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Forward. */
            type $Shape = parley.v1.Forward.$Properties;
        }

        /**
         * Properties of a ForwardedEntry.
         * @deprecated Use parley.v1.ForwardedEntry.$Properties instead.
         */
        interface IForwardedEntry extends parley.v1.ForwardedEntry.$Properties {
        }

        /** Represents a ForwardedEntry. */
        class ForwardedEntry {

            /**
             * Constructs a new ForwardedEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ForwardedEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ForwardedEntry sender. */
            sender: number;

            /** ForwardedEntry senderName. */
            senderName: string;

            /** ForwardedEntry timeMs. */
            timeMs: number;

            /** ForwardedEntry kind. */
            kind: parley.v1.EntryKind;

            /** ForwardedEntry body. */
            body: Uint8Array;

            /**
             * Creates a new ForwardedEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ForwardedEntry instance
             */
            static create(properties: parley.v1.ForwardedEntry.$Shape): parley.v1.ForwardedEntry & parley.v1.ForwardedEntry.$Shape;
            static create(properties?: parley.v1.ForwardedEntry.$Properties): parley.v1.ForwardedEntry;

            /**
             * Encodes the specified ForwardedEntry message. Does not implicitly {@link parley.v1.ForwardedEntry.verify|verify} messages.
             * @param message ForwardedEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ForwardedEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForwardedEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ForwardedEntry & parley.v1.ForwardedEntry.$Shape} ForwardedEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ForwardedEntry & parley.v1.ForwardedEntry.$Shape;
        }

        namespace ForwardedEntry {

            /** Properties of a ForwardedEntry. */
            interface $Properties {

                /** ForwardedEntry sender */
                sender?: (number|null);

                /** ForwardedEntry senderName */
                senderName?: (string|null);

                /** ForwardedEntry timeMs */
                timeMs?: (number|null);

                /** ForwardedEntry kind */
                kind?: (parley.v1.EntryKind|null);

                /** ForwardedEntry body */
                body?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ForwardedEntry. */
            type $Shape = parley.v1.ForwardedEntry.$Properties;
        }

        /**
         * Properties of a Reaction.
         * @deprecated Use parley.v1.Reaction.$Properties instead.
         */
        interface IReaction extends parley.v1.Reaction.$Properties {
        }

        /** Represents a Reaction. */
        class Reaction {

            /**
             * Constructs a new Reaction.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Reaction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reaction emoji. */
            emoji: string;

            /** Reaction removed. */
            removed: boolean;

            /**
             * Creates a new Reaction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Reaction instance
             */
            static create(properties: parley.v1.Reaction.$Shape): parley.v1.Reaction & parley.v1.Reaction.$Shape;
            static create(properties?: parley.v1.Reaction.$Properties): parley.v1.Reaction;

            /**
             * Encodes the specified Reaction message. Does not implicitly {@link parley.v1.Reaction.verify|verify} messages.
             * @param message Reaction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Reaction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reaction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Reaction & parley.v1.Reaction.$Shape} Reaction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Reaction & parley.v1.Reaction.$Shape;
        }

        namespace Reaction {

            /** Properties of a Reaction. */
            interface $Properties {

                /** Reaction emoji */
                emoji?: (string|null);

                /** Reaction removed */
                removed?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reaction. */
            type $Shape = parley.v1.Reaction.$Properties;
        }

        /**
         * Properties of a Notice.
         * @deprecated Use parley.v1.Notice.$Properties instead.
         */
        interface INotice extends parley.v1.Notice.$Properties {
        }

        /** Represents a Notice. */
        class Notice {

            /**
             * Constructs a new Notice.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Notice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Notice type. */
            type: parley.v1.NoticeType;

            /** Notice accounts. */
            accounts: number[];

            /** Notice text. */
            text: string;

            /** Notice value. */
            value: number;

            /** Notice settings. */
            settings?: (parley.v1.GroupSettings.$Properties|null);

            /**
             * Creates a new Notice instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Notice instance
             */
            static create(properties: parley.v1.Notice.$Shape): parley.v1.Notice & parley.v1.Notice.$Shape;
            static create(properties?: parley.v1.Notice.$Properties): parley.v1.Notice;

            /**
             * Encodes the specified Notice message. Does not implicitly {@link parley.v1.Notice.verify|verify} messages.
             * @param message Notice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Notice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Notice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Notice & parley.v1.Notice.$Shape} Notice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Notice & parley.v1.Notice.$Shape;
        }

        namespace Notice {

            /** Properties of a Notice. */
            interface $Properties {

                /** Notice type */
                type?: (parley.v1.NoticeType|null);

                /** Notice accounts */
                accounts?: (number[]|null);

                /** Notice text */
                text?: (string|null);

                /** Notice value */
                value?: (number|null);

                /** Notice settings */
                settings?: (parley.v1.GroupSettings.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Notice. */
            type $Shape = parley.v1.Notice.$Properties;
        }

        /** NoticeType enum. */
        enum NoticeType {

            /** NOTICE_TYPE_UNSPECIFIED value */
            NOTICE_TYPE_UNSPECIFIED = 0,

            /** NOTICE_TYPE_GROUP_CREATED value */
            NOTICE_TYPE_GROUP_CREATED = 1,

            /** NOTICE_TYPE_MEMBERS_ADDED value */
            NOTICE_TYPE_MEMBERS_ADDED = 2,

            /** NOTICE_TYPE_MEMBER_JOINED value */
            NOTICE_TYPE_MEMBER_JOINED = 3,

            /** NOTICE_TYPE_MEMBER_LEFT value */
            NOTICE_TYPE_MEMBER_LEFT = 4,

            /** NOTICE_TYPE_MEMBERS_REMOVED value */
            NOTICE_TYPE_MEMBERS_REMOVED = 5,

            /** NOTICE_TYPE_OWNER_CHANGED value */
            NOTICE_TYPE_OWNER_CHANGED = 6,

            /** NOTICE_TYPE_ROLE_CHANGED value */
            NOTICE_TYPE_ROLE_CHANGED = 7,

            /** NOTICE_TYPE_NAME_CHANGED value */
            NOTICE_TYPE_NAME_CHANGED = 8,

            /** NOTICE_TYPE_AVATAR_CHANGED value */
            NOTICE_TYPE_AVATAR_CHANGED = 9,

            /** NOTICE_TYPE_ANNOUNCEMENT_CHANGED value */
            NOTICE_TYPE_ANNOUNCEMENT_CHANGED = 10,

            /** NOTICE_TYPE_MEMBER_MUTED value */
            NOTICE_TYPE_MEMBER_MUTED = 11,

            /** NOTICE_TYPE_ALL_MUTED value */
            NOTICE_TYPE_ALL_MUTED = 12,

            /** NOTICE_TYPE_DISSOLVED value */
            NOTICE_TYPE_DISSOLVED = 13,

            /** NOTICE_TYPE_SETTINGS_CHANGED value */
            NOTICE_TYPE_SETTINGS_CHANGED = 14,

            /** NOTICE_TYPE_NICKNAME_CHANGED value */
            NOTICE_TYPE_NICKNAME_CHANGED = 15
        }

        /** GroupRole enum. */
        enum GroupRole {

            /** GROUP_ROLE_UNSPECIFIED value */
            GROUP_ROLE_UNSPECIFIED = 0,

            /** GROUP_ROLE_MEMBER value */
            GROUP_ROLE_MEMBER = 1,

            /** GROUP_ROLE_ADMIN value */
            GROUP_ROLE_ADMIN = 2,

            /** GROUP_ROLE_OWNER value */
            GROUP_ROLE_OWNER = 3
        }

        /**
         * Properties of a GroupSettings.
         * @deprecated Use parley.v1.GroupSettings.$Properties instead.
         */
        interface IGroupSettings extends parley.v1.GroupSettings.$Properties {
        }

        /** Represents a GroupSettings. */
        class GroupSettings {

            /**
             * Constructs a new GroupSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GroupSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GroupSettings inviteFrom. */
            inviteFrom: parley.v1.GroupRole;

            /** GroupSettings mentionAllFrom. */
            mentionAllFrom: parley.v1.GroupRole;

            /** GroupSettings approveJoins. */
            approveJoins: boolean;

            /** GroupSettings historyFromStart. */
            historyFromStart: boolean;

            /**
             * Creates a new GroupSettings instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GroupSettings instance
             */
            static create(properties: parley.v1.GroupSettings.$Shape): parley.v1.GroupSettings & parley.v1.GroupSettings.$Shape;
            static create(properties?: parley.v1.GroupSettings.$Properties): parley.v1.GroupSettings;

            /**
             * Encodes the specified GroupSettings message. Does not implicitly {@link parley.v1.GroupSettings.verify|verify} messages.
             * @param message GroupSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GroupSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GroupSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GroupSettings & parley.v1.GroupSettings.$Shape} GroupSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GroupSettings & parley.v1.GroupSettings.$Shape;
        }

        namespace GroupSettings {

            /** Properties of a GroupSettings. */
            interface $Properties {

                /** GroupSettings inviteFrom */
                inviteFrom?: (parley.v1.GroupRole|null);

                /** GroupSettings mentionAllFrom */
                mentionAllFrom?: (parley.v1.GroupRole|null);

                /** GroupSettings approveJoins */
                approveJoins?: (boolean|null);

                /** GroupSettings historyFromStart */
                historyFromStart?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GroupSettings. */
            type $Shape = parley.v1.GroupSettings.$Properties;
        }

        /**
         * Properties of a Group.
         * @deprecated Use parley.v1.Group.$Properties instead.
         */
        interface IGroup extends parley.v1.Group.$Properties {
        }

        /** Represents a Group. */
        class Group {

            /**
             * Constructs a new Group.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Group.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Group name. */
            name: string;

            /** Group avatar. */
            avatar: string;

            /** Group avatarSeq. */
            avatarSeq: number;

            /** Group announcement. */
            announcement: string;

            /** Group owner. */
            owner: number;

            /** Group admins. */
            admins: number[];

            /** Group members. */
            members: number;

            /** Group settings. */
            settings?: (parley.v1.GroupSettings.$Properties|null);

            /** Group allMuted. */
            allMuted: boolean;

            /** Group dissolved. */
            dissolved: boolean;

            /** Group role. */
            role: parley.v1.GroupRole;

            /** Group mutedUntilMs. */
            mutedUntilMs: number;

            /** Group nickname. */
            nickname: string;

            /** Group remark. */
            remark: string;

            /** Group joinRequests. */
            joinRequests: number;

            /**
             * Creates a new Group instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Group instance
             */
            static create(properties: parley.v1.Group.$Shape): parley.v1.Group & parley.v1.Group.$Shape;
            static create(properties?: parley.v1.Group.$Properties): parley.v1.Group;

            /**
             * Encodes the specified Group message. Does not implicitly {@link parley.v1.Group.verify|verify} messages.
             * @param message Group message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Group.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Group message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Group & parley.v1.Group.$Shape} Group
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Group & parley.v1.Group.$Shape;
        }

        namespace Group {

            /** Properties of a Group. */
            interface $Properties {

                /** Group name */
                name?: (string|null);

                /** Group avatar */
                avatar?: (string|null);

                /** Group avatarSeq */
                avatarSeq?: (number|null);

                /** Group announcement */
                announcement?: (string|null);

                /** Group owner */
                owner?: (number|null);

                /** Group admins */
                admins?: (number[]|null);

                /** Group members */
                members?: (number|null);

                /** Group settings */
                settings?: (parley.v1.GroupSettings.$Properties|null);

                /** Group allMuted */
                allMuted?: (boolean|null);

                /** Group dissolved */
                dissolved?: (boolean|null);

                /** Group role */
                role?: (parley.v1.GroupRole|null);

                /** Group mutedUntilMs */
                mutedUntilMs?: (number|null);

                /** Group nickname */
                nickname?: (string|null);

                /** Group remark */
                remark?: (string|null);

                /** Group joinRequests */
                joinRequests?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Group. */
            type $Shape = parley.v1.Group.$Properties;
        }

        /**
         * Properties of a CreateGroupRequest.
         * @deprecated Use parley.v1.CreateGroupRequest.$Properties instead.
         */
        interface ICreateGroupRequest extends parley.v1.CreateGroupRequest.$Properties {
        }

        /** Represents a CreateGroupRequest. */
        class CreateGroupRequest {

            /**
             * Constructs a new CreateGroupRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CreateGroupRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateGroupRequest requestKey. */
            requestKey: Uint8Array;

            /** CreateGroupRequest name. */
            name: string;

            /** CreateGroupRequest avatar. */
            avatar: string;

            /** CreateGroupRequest members. */
            members: number[];

            /** CreateGroupRequest settings. */
            settings?: (parley.v1.GroupSettings.$Properties|null);

            /**
             * Creates a new CreateGroupRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateGroupRequest instance
             */
            static create(properties: parley.v1.CreateGroupRequest.$Shape): parley.v1.CreateGroupRequest & parley.v1.CreateGroupRequest.$Shape;
            static create(properties?: parley.v1.CreateGroupRequest.$Properties): parley.v1.CreateGroupRequest;

            /**
             * Encodes the specified CreateGroupRequest message. Does not implicitly {@link parley.v1.CreateGroupRequest.verify|verify} messages.
             * @param message CreateGroupRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CreateGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateGroupRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CreateGroupRequest & parley.v1.CreateGroupRequest.$Shape} CreateGroupRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CreateGroupRequest & parley.v1.CreateGroupRequest.$Shape;
        }

        namespace CreateGroupRequest {

            /** Properties of a CreateGroupRequest. */
            interface $Properties {

                /** CreateGroupRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** CreateGroupRequest name */
                name?: (string|null);

                /** CreateGroupRequest avatar */
                avatar?: (string|null);

                /** CreateGroupRequest members */
                members?: (number[]|null);

                /** CreateGroupRequest settings */
                settings?: (parley.v1.GroupSettings.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateGroupRequest. */
            type $Shape = parley.v1.CreateGroupRequest.$Properties;
        }

        /**
         * Properties of a CreateGroupReply.
         * @deprecated Use parley.v1.CreateGroupReply.$Properties instead.
         */
        interface ICreateGroupReply extends parley.v1.CreateGroupReply.$Properties {
        }

        /** Represents a CreateGroupReply. */
        class CreateGroupReply {

            /**
             * Constructs a new CreateGroupReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CreateGroupReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateGroupReply conversation. */
            conversation: number;

            /**
             * Creates a new CreateGroupReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateGroupReply instance
             */
            static create(properties: parley.v1.CreateGroupReply.$Shape): parley.v1.CreateGroupReply & parley.v1.CreateGroupReply.$Shape;
            static create(properties?: parley.v1.CreateGroupReply.$Properties): parley.v1.CreateGroupReply;

            /**
             * Encodes the specified CreateGroupReply message. Does not implicitly {@link parley.v1.CreateGroupReply.verify|verify} messages.
             * @param message CreateGroupReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CreateGroupReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateGroupReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CreateGroupReply & parley.v1.CreateGroupReply.$Shape} CreateGroupReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CreateGroupReply & parley.v1.CreateGroupReply.$Shape;
        }

        namespace CreateGroupReply {

            /** Properties of a CreateGroupReply. */
            interface $Properties {

                /** CreateGroupReply conversation */
                conversation?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateGroupReply. */
            type $Shape = parley.v1.CreateGroupReply.$Properties;
        }

        /**
         * Properties of a GroupReply.
         * @deprecated Use parley.v1.GroupReply.$Properties instead.
         */
        interface IGroupReply extends parley.v1.GroupReply.$Properties {
        }

        /** Represents a GroupReply. */
        class GroupReply {

            /**
             * Constructs a new GroupReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GroupReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GroupReply seq. */
            seq: number;

            /** GroupReply repeated. */
            repeated: boolean;

            /**
             * Creates a new GroupReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GroupReply instance
             */
            static create(properties: parley.v1.GroupReply.$Shape): parley.v1.GroupReply & parley.v1.GroupReply.$Shape;
            static create(properties?: parley.v1.GroupReply.$Properties): parley.v1.GroupReply;

            /**
             * Encodes the specified GroupReply message. Does not implicitly {@link parley.v1.GroupReply.verify|verify} messages.
             * @param message GroupReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GroupReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GroupReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GroupReply & parley.v1.GroupReply.$Shape} GroupReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GroupReply & parley.v1.GroupReply.$Shape;
        }

        namespace GroupReply {

            /** Properties of a GroupReply. */
            interface $Properties {

                /** GroupReply seq */
                seq?: (number|null);

                /** GroupReply repeated */
                repeated?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GroupReply. */
            type $Shape = parley.v1.GroupReply.$Properties;
        }

        /**
         * Properties of a SetGroupRequest.
         * @deprecated Use parley.v1.SetGroupRequest.$Properties instead.
         */
        interface ISetGroupRequest extends parley.v1.SetGroupRequest.$Properties {
        }

        /** Represents a SetGroupRequest. */
        class SetGroupRequest {

            /**
             * Constructs a new SetGroupRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetGroupRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetGroupRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** SetGroupRequest requestKey. */
            requestKey: Uint8Array;

            /** SetGroupRequest name. */
            name?: (string|null);

            /** SetGroupRequest avatar. */
            avatar?: (string|null);

            /** SetGroupRequest announcement. */
            announcement?: (string|null);

            /** SetGroupRequest settings. */
            settings?: (parley.v1.GroupSettings.$Properties|null);

            /** SetGroupRequest allMuted. */
            allMuted?: (boolean|null);

            /** SetGroupRequest change. */
            change?: ("name"|"avatar"|"announcement"|"settings"|"allMuted");

            /**
             * Creates a new SetGroupRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetGroupRequest instance
             */
            static create(properties: parley.v1.SetGroupRequest.$Shape): parley.v1.SetGroupRequest & parley.v1.SetGroupRequest.$Shape;
            static create(properties?: parley.v1.SetGroupRequest.$Properties): parley.v1.SetGroupRequest;

            /**
             * Encodes the specified SetGroupRequest message. Does not implicitly {@link parley.v1.SetGroupRequest.verify|verify} messages.
             * @param message SetGroupRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetGroupRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetGroupRequest & parley.v1.SetGroupRequest.$Shape} SetGroupRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetGroupRequest & parley.v1.SetGroupRequest.$Shape;
        }

        namespace SetGroupRequest {

            /** Properties of a SetGroupRequest. */
            interface $Properties {

                /** SetGroupRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** SetGroupRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** SetGroupRequest name */
                name?: (string|null);

                /** SetGroupRequest avatar */
                avatar?: (string|null);

                /** SetGroupRequest announcement */
                announcement?: (string|null);

                /** SetGroupRequest settings */
                settings?: (parley.v1.GroupSettings.$Properties|null);

                /** SetGroupRequest allMuted */
                allMuted?: (boolean|null);

                /** SetGroupRequest change */
                change?: ("name"|"avatar"|"announcement"|"settings"|"allMuted");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SetGroupRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              name?: string|null;
              avatar?: string|null;
              announcement?: string|null;
              settings?: parley.v1.GroupSettings.$Shape|null;
              allMuted?: boolean|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ change?: undefined; name?: null; avatar?: null; announcement?: null; settings?: null; allMuted?: null }|{ change?: "name"; name: string; avatar?: null; announcement?: null; settings?: null; allMuted?: null }|{ change?: "avatar"; name?: null; avatar: string; announcement?: null; settings?: null; allMuted?: null }|{ change?: "announcement"; name?: null; avatar?: null; announcement: string; settings?: null; allMuted?: null }|{ change?: "settings"; name?: null; avatar?: null; announcement?: null; settings: parley.v1.GroupSettings.$Shape; allMuted?: null }|{ change?: "allMuted"; name?: null; avatar?: null; announcement?: null; settings?: null; allMuted: boolean })
            );
        }

        /**
         * Properties of an InviteMembersRequest.
         * @deprecated Use parley.v1.InviteMembersRequest.$Properties instead.
         */
        interface IInviteMembersRequest extends parley.v1.InviteMembersRequest.$Properties {
        }

        /** Represents an InviteMembersRequest. */
        class InviteMembersRequest {

            /**
             * Constructs a new InviteMembersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.InviteMembersRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InviteMembersRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** InviteMembersRequest requestKey. */
            requestKey: Uint8Array;

            /** InviteMembersRequest accounts. */
            accounts: number[];

            /**
             * Creates a new InviteMembersRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InviteMembersRequest instance
             */
            static create(properties: parley.v1.InviteMembersRequest.$Shape): parley.v1.InviteMembersRequest & parley.v1.InviteMembersRequest.$Shape;
            static create(properties?: parley.v1.InviteMembersRequest.$Properties): parley.v1.InviteMembersRequest;

            /**
             * Encodes the specified InviteMembersRequest message. Does not implicitly {@link parley.v1.InviteMembersRequest.verify|verify} messages.
             * @param message InviteMembersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.InviteMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InviteMembersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.InviteMembersRequest & parley.v1.InviteMembersRequest.$Shape} InviteMembersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.InviteMembersRequest & parley.v1.InviteMembersRequest.$Shape;
        }

        namespace InviteMembersRequest {

            /** Properties of an InviteMembersRequest. */
            interface $Properties {

                /** InviteMembersRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** InviteMembersRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** InviteMembersRequest accounts */
                accounts?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InviteMembersRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              accounts?: number[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a RemoveMembersRequest.
         * @deprecated Use parley.v1.RemoveMembersRequest.$Properties instead.
         */
        interface IRemoveMembersRequest extends parley.v1.RemoveMembersRequest.$Properties {
        }

        /** Represents a RemoveMembersRequest. */
        class RemoveMembersRequest {

            /**
             * Constructs a new RemoveMembersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RemoveMembersRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemoveMembersRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** RemoveMembersRequest requestKey. */
            requestKey: Uint8Array;

            /** RemoveMembersRequest accounts. */
            accounts: number[];

            /**
             * Creates a new RemoveMembersRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RemoveMembersRequest instance
             */
            static create(properties: parley.v1.RemoveMembersRequest.$Shape): parley.v1.RemoveMembersRequest & parley.v1.RemoveMembersRequest.$Shape;
            static create(properties?: parley.v1.RemoveMembersRequest.$Properties): parley.v1.RemoveMembersRequest;

            /**
             * Encodes the specified RemoveMembersRequest message. Does not implicitly {@link parley.v1.RemoveMembersRequest.verify|verify} messages.
             * @param message RemoveMembersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RemoveMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemoveMembersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RemoveMembersRequest & parley.v1.RemoveMembersRequest.$Shape} RemoveMembersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RemoveMembersRequest & parley.v1.RemoveMembersRequest.$Shape;
        }

        namespace RemoveMembersRequest {

            /** Properties of a RemoveMembersRequest. */
            interface $Properties {

                /** RemoveMembersRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** RemoveMembersRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** RemoveMembersRequest accounts */
                accounts?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemoveMembersRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              accounts?: number[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a LeaveGroupRequest.
         * @deprecated Use parley.v1.LeaveGroupRequest.$Properties instead.
         */
        interface ILeaveGroupRequest extends parley.v1.LeaveGroupRequest.$Properties {
        }

        /** Represents a LeaveGroupRequest. */
        class LeaveGroupRequest {

            /**
             * Constructs a new LeaveGroupRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.LeaveGroupRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LeaveGroupRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** LeaveGroupRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new LeaveGroupRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LeaveGroupRequest instance
             */
            static create(properties: parley.v1.LeaveGroupRequest.$Shape): parley.v1.LeaveGroupRequest & parley.v1.LeaveGroupRequest.$Shape;
            static create(properties?: parley.v1.LeaveGroupRequest.$Properties): parley.v1.LeaveGroupRequest;

            /**
             * Encodes the specified LeaveGroupRequest message. Does not implicitly {@link parley.v1.LeaveGroupRequest.verify|verify} messages.
             * @param message LeaveGroupRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.LeaveGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LeaveGroupRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.LeaveGroupRequest & parley.v1.LeaveGroupRequest.$Shape} LeaveGroupRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.LeaveGroupRequest & parley.v1.LeaveGroupRequest.$Shape;
        }

        namespace LeaveGroupRequest {

            /** Properties of a LeaveGroupRequest. */
            interface $Properties {

                /** LeaveGroupRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** LeaveGroupRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LeaveGroupRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a SetMemberRoleRequest.
         * @deprecated Use parley.v1.SetMemberRoleRequest.$Properties instead.
         */
        interface ISetMemberRoleRequest extends parley.v1.SetMemberRoleRequest.$Properties {
        }

        /** Represents a SetMemberRoleRequest. */
        class SetMemberRoleRequest {

            /**
             * Constructs a new SetMemberRoleRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetMemberRoleRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetMemberRoleRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** SetMemberRoleRequest requestKey. */
            requestKey: Uint8Array;

            /** SetMemberRoleRequest account. */
            account: number;

            /** SetMemberRoleRequest role. */
            role: parley.v1.GroupRole;

            /**
             * Creates a new SetMemberRoleRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetMemberRoleRequest instance
             */
            static create(properties: parley.v1.SetMemberRoleRequest.$Shape): parley.v1.SetMemberRoleRequest & parley.v1.SetMemberRoleRequest.$Shape;
            static create(properties?: parley.v1.SetMemberRoleRequest.$Properties): parley.v1.SetMemberRoleRequest;

            /**
             * Encodes the specified SetMemberRoleRequest message. Does not implicitly {@link parley.v1.SetMemberRoleRequest.verify|verify} messages.
             * @param message SetMemberRoleRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetMemberRoleRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetMemberRoleRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetMemberRoleRequest & parley.v1.SetMemberRoleRequest.$Shape} SetMemberRoleRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetMemberRoleRequest & parley.v1.SetMemberRoleRequest.$Shape;
        }

        namespace SetMemberRoleRequest {

            /** Properties of a SetMemberRoleRequest. */
            interface $Properties {

                /** SetMemberRoleRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** SetMemberRoleRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** SetMemberRoleRequest account */
                account?: (number|null);

                /** SetMemberRoleRequest role */
                role?: (parley.v1.GroupRole|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetMemberRoleRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              account?: number|null;
              role?: parley.v1.GroupRole|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a TransferGroupRequest.
         * @deprecated Use parley.v1.TransferGroupRequest.$Properties instead.
         */
        interface ITransferGroupRequest extends parley.v1.TransferGroupRequest.$Properties {
        }

        /** Represents a TransferGroupRequest. */
        class TransferGroupRequest {

            /**
             * Constructs a new TransferGroupRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TransferGroupRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransferGroupRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** TransferGroupRequest requestKey. */
            requestKey: Uint8Array;

            /** TransferGroupRequest account. */
            account: number;

            /**
             * Creates a new TransferGroupRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TransferGroupRequest instance
             */
            static create(properties: parley.v1.TransferGroupRequest.$Shape): parley.v1.TransferGroupRequest & parley.v1.TransferGroupRequest.$Shape;
            static create(properties?: parley.v1.TransferGroupRequest.$Properties): parley.v1.TransferGroupRequest;

            /**
             * Encodes the specified TransferGroupRequest message. Does not implicitly {@link parley.v1.TransferGroupRequest.verify|verify} messages.
             * @param message TransferGroupRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TransferGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransferGroupRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TransferGroupRequest & parley.v1.TransferGroupRequest.$Shape} TransferGroupRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TransferGroupRequest & parley.v1.TransferGroupRequest.$Shape;
        }

        namespace TransferGroupRequest {

            /** Properties of a TransferGroupRequest. */
            interface $Properties {

                /** TransferGroupRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** TransferGroupRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** TransferGroupRequest account */
                account?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransferGroupRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              account?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a DissolveGroupRequest.
         * @deprecated Use parley.v1.DissolveGroupRequest.$Properties instead.
         */
        interface IDissolveGroupRequest extends parley.v1.DissolveGroupRequest.$Properties {
        }

        /** Represents a DissolveGroupRequest. */
        class DissolveGroupRequest {

            /**
             * Constructs a new DissolveGroupRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.DissolveGroupRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DissolveGroupRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** DissolveGroupRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new DissolveGroupRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DissolveGroupRequest instance
             */
            static create(properties: parley.v1.DissolveGroupRequest.$Shape): parley.v1.DissolveGroupRequest & parley.v1.DissolveGroupRequest.$Shape;
            static create(properties?: parley.v1.DissolveGroupRequest.$Properties): parley.v1.DissolveGroupRequest;

            /**
             * Encodes the specified DissolveGroupRequest message. Does not implicitly {@link parley.v1.DissolveGroupRequest.verify|verify} messages.
             * @param message DissolveGroupRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.DissolveGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DissolveGroupRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.DissolveGroupRequest & parley.v1.DissolveGroupRequest.$Shape} DissolveGroupRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.DissolveGroupRequest & parley.v1.DissolveGroupRequest.$Shape;
        }

        namespace DissolveGroupRequest {

            /** Properties of a DissolveGroupRequest. */
            interface $Properties {

                /** DissolveGroupRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** DissolveGroupRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DissolveGroupRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a MuteMemberRequest.
         * @deprecated Use parley.v1.MuteMemberRequest.$Properties instead.
         */
        interface IMuteMemberRequest extends parley.v1.MuteMemberRequest.$Properties {
        }

        /** Represents a MuteMemberRequest. */
        class MuteMemberRequest {

            /**
             * Constructs a new MuteMemberRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.MuteMemberRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MuteMemberRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** MuteMemberRequest requestKey. */
            requestKey: Uint8Array;

            /** MuteMemberRequest account. */
            account: number;

            /** MuteMemberRequest untilMs. */
            untilMs: number;

            /**
             * Creates a new MuteMemberRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MuteMemberRequest instance
             */
            static create(properties: parley.v1.MuteMemberRequest.$Shape): parley.v1.MuteMemberRequest & parley.v1.MuteMemberRequest.$Shape;
            static create(properties?: parley.v1.MuteMemberRequest.$Properties): parley.v1.MuteMemberRequest;

            /**
             * Encodes the specified MuteMemberRequest message. Does not implicitly {@link parley.v1.MuteMemberRequest.verify|verify} messages.
             * @param message MuteMemberRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.MuteMemberRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MuteMemberRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.MuteMemberRequest & parley.v1.MuteMemberRequest.$Shape} MuteMemberRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.MuteMemberRequest & parley.v1.MuteMemberRequest.$Shape;
        }

        namespace MuteMemberRequest {

            /** Properties of a MuteMemberRequest. */
            interface $Properties {

                /** MuteMemberRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** MuteMemberRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** MuteMemberRequest account */
                account?: (number|null);

                /** MuteMemberRequest untilMs */
                untilMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MuteMemberRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              account?: number|null;
              untilMs?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a SetGroupNicknameRequest.
         * @deprecated Use parley.v1.SetGroupNicknameRequest.$Properties instead.
         */
        interface ISetGroupNicknameRequest extends parley.v1.SetGroupNicknameRequest.$Properties {
        }

        /** Represents a SetGroupNicknameRequest. */
        class SetGroupNicknameRequest {

            /**
             * Constructs a new SetGroupNicknameRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetGroupNicknameRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetGroupNicknameRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** SetGroupNicknameRequest requestKey. */
            requestKey: Uint8Array;

            /** SetGroupNicknameRequest nickname. */
            nickname: string;

            /**
             * Creates a new SetGroupNicknameRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetGroupNicknameRequest instance
             */
            static create(properties: parley.v1.SetGroupNicknameRequest.$Shape): parley.v1.SetGroupNicknameRequest & parley.v1.SetGroupNicknameRequest.$Shape;
            static create(properties?: parley.v1.SetGroupNicknameRequest.$Properties): parley.v1.SetGroupNicknameRequest;

            /**
             * Encodes the specified SetGroupNicknameRequest message. Does not implicitly {@link parley.v1.SetGroupNicknameRequest.verify|verify} messages.
             * @param message SetGroupNicknameRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetGroupNicknameRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetGroupNicknameRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetGroupNicknameRequest & parley.v1.SetGroupNicknameRequest.$Shape} SetGroupNicknameRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetGroupNicknameRequest & parley.v1.SetGroupNicknameRequest.$Shape;
        }

        namespace SetGroupNicknameRequest {

            /** Properties of a SetGroupNicknameRequest. */
            interface $Properties {

                /** SetGroupNicknameRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** SetGroupNicknameRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** SetGroupNicknameRequest nickname */
                nickname?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetGroupNicknameRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              nickname?: string|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a SetGroupRemarkRequest.
         * @deprecated Use parley.v1.SetGroupRemarkRequest.$Properties instead.
         */
        interface ISetGroupRemarkRequest extends parley.v1.SetGroupRemarkRequest.$Properties {
        }

        /** Represents a SetGroupRemarkRequest. */
        class SetGroupRemarkRequest {

            /**
             * Constructs a new SetGroupRemarkRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetGroupRemarkRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetGroupRemarkRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** SetGroupRemarkRequest requestKey. */
            requestKey: Uint8Array;

            /** SetGroupRemarkRequest remark. */
            remark: string;

            /**
             * Creates a new SetGroupRemarkRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetGroupRemarkRequest instance
             */
            static create(properties: parley.v1.SetGroupRemarkRequest.$Shape): parley.v1.SetGroupRemarkRequest & parley.v1.SetGroupRemarkRequest.$Shape;
            static create(properties?: parley.v1.SetGroupRemarkRequest.$Properties): parley.v1.SetGroupRemarkRequest;

            /**
             * Encodes the specified SetGroupRemarkRequest message. Does not implicitly {@link parley.v1.SetGroupRemarkRequest.verify|verify} messages.
             * @param message SetGroupRemarkRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetGroupRemarkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetGroupRemarkRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetGroupRemarkRequest & parley.v1.SetGroupRemarkRequest.$Shape} SetGroupRemarkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetGroupRemarkRequest & parley.v1.SetGroupRemarkRequest.$Shape;
        }

        namespace SetGroupRemarkRequest {

            /** Properties of a SetGroupRemarkRequest. */
            interface $Properties {

                /** SetGroupRemarkRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** SetGroupRemarkRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** SetGroupRemarkRequest remark */
                remark?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetGroupRemarkRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              remark?: string|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a GroupMember.
         * @deprecated Use parley.v1.GroupMember.$Properties instead.
         */
        interface IGroupMember extends parley.v1.GroupMember.$Properties {
        }

        /** Represents a GroupMember. */
        class GroupMember {

            /**
             * Constructs a new GroupMember.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GroupMember.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GroupMember account. */
            account: number;

            /** GroupMember role. */
            role: parley.v1.GroupRole;

            /** GroupMember nickname. */
            nickname: string;

            /** GroupMember mutedUntilMs. */
            mutedUntilMs: number;

            /** GroupMember joinedSeq. */
            joinedSeq: number;

            /** GroupMember delivered. */
            delivered: number;

            /** GroupMember read. */
            read: number;

            /**
             * Creates a new GroupMember instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GroupMember instance
             */
            static create(properties: parley.v1.GroupMember.$Shape): parley.v1.GroupMember & parley.v1.GroupMember.$Shape;
            static create(properties?: parley.v1.GroupMember.$Properties): parley.v1.GroupMember;

            /**
             * Encodes the specified GroupMember message. Does not implicitly {@link parley.v1.GroupMember.verify|verify} messages.
             * @param message GroupMember message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GroupMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GroupMember message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GroupMember & parley.v1.GroupMember.$Shape} GroupMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GroupMember & parley.v1.GroupMember.$Shape;
        }

        namespace GroupMember {

            /** Properties of a GroupMember. */
            interface $Properties {

                /** GroupMember account */
                account?: (number|null);

                /** GroupMember role */
                role?: (parley.v1.GroupRole|null);

                /** GroupMember nickname */
                nickname?: (string|null);

                /** GroupMember mutedUntilMs */
                mutedUntilMs?: (number|null);

                /** GroupMember joinedSeq */
                joinedSeq?: (number|null);

                /** GroupMember delivered */
                delivered?: (number|null);

                /** GroupMember read */
                read?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GroupMember. */
            type $Shape = parley.v1.GroupMember.$Properties;
        }

        /**
         * Properties of a ListMembersRequest.
         * @deprecated Use parley.v1.ListMembersRequest.$Properties instead.
         */
        interface IListMembersRequest extends parley.v1.ListMembersRequest.$Properties {
        }

        /** Represents a ListMembersRequest. */
        class ListMembersRequest {

            /**
             * Constructs a new ListMembersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListMembersRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListMembersRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** ListMembersRequest after. */
            after: number;

            /** ListMembersRequest limit. */
            limit: number;

            /** ListMembersRequest accounts. */
            accounts: number[];

            /**
             * Creates a new ListMembersRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListMembersRequest instance
             */
            static create(properties: parley.v1.ListMembersRequest.$Shape): parley.v1.ListMembersRequest & parley.v1.ListMembersRequest.$Shape;
            static create(properties?: parley.v1.ListMembersRequest.$Properties): parley.v1.ListMembersRequest;

            /**
             * Encodes the specified ListMembersRequest message. Does not implicitly {@link parley.v1.ListMembersRequest.verify|verify} messages.
             * @param message ListMembersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListMembersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListMembersRequest & parley.v1.ListMembersRequest.$Shape} ListMembersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListMembersRequest & parley.v1.ListMembersRequest.$Shape;
        }

        namespace ListMembersRequest {

            /** Properties of a ListMembersRequest. */
            interface $Properties {

                /** ListMembersRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** ListMembersRequest after */
                after?: (number|null);

                /** ListMembersRequest limit */
                limit?: (number|null);

                /** ListMembersRequest accounts */
                accounts?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListMembersRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              after?: number|null;
              limit?: number|null;
              accounts?: number[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ListMembersReply.
         * @deprecated Use parley.v1.ListMembersReply.$Properties instead.
         */
        interface IListMembersReply extends parley.v1.ListMembersReply.$Properties {
        }

        /** Represents a ListMembersReply. */
        class ListMembersReply {

            /**
             * Constructs a new ListMembersReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListMembersReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListMembersReply members. */
            members: parley.v1.GroupMember.$Properties[];

            /** ListMembersReply more. */
            more: boolean;

            /**
             * Creates a new ListMembersReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListMembersReply instance
             */
            static create(properties: parley.v1.ListMembersReply.$Shape): parley.v1.ListMembersReply & parley.v1.ListMembersReply.$Shape;
            static create(properties?: parley.v1.ListMembersReply.$Properties): parley.v1.ListMembersReply;

            /**
             * Encodes the specified ListMembersReply message. Does not implicitly {@link parley.v1.ListMembersReply.verify|verify} messages.
             * @param message ListMembersReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListMembersReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListMembersReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListMembersReply & parley.v1.ListMembersReply.$Shape} ListMembersReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListMembersReply & parley.v1.ListMembersReply.$Shape;
        }

        namespace ListMembersReply {

            /** Properties of a ListMembersReply. */
            interface $Properties {

                /** ListMembersReply members */
                members?: (parley.v1.GroupMember.$Properties[]|null);

                /** ListMembersReply more */
                more?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListMembersReply. */
            type $Shape = parley.v1.ListMembersReply.$Properties;
        }

        /**
         * Properties of a ListReadersRequest.
         * @deprecated Use parley.v1.ListReadersRequest.$Properties instead.
         */
        interface IListReadersRequest extends parley.v1.ListReadersRequest.$Properties {
        }

        /** Represents a ListReadersRequest. */
        class ListReadersRequest {

            /**
             * Constructs a new ListReadersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListReadersRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListReadersRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** ListReadersRequest seq. */
            seq: number;

            /** ListReadersRequest unread. */
            unread: boolean;

            /** ListReadersRequest after. */
            after: number;

            /** ListReadersRequest limit. */
            limit: number;

            /**
             * Creates a new ListReadersRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListReadersRequest instance
             */
            static create(properties: parley.v1.ListReadersRequest.$Shape): parley.v1.ListReadersRequest & parley.v1.ListReadersRequest.$Shape;
            static create(properties?: parley.v1.ListReadersRequest.$Properties): parley.v1.ListReadersRequest;

            /**
             * Encodes the specified ListReadersRequest message. Does not implicitly {@link parley.v1.ListReadersRequest.verify|verify} messages.
             * @param message ListReadersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListReadersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListReadersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListReadersRequest & parley.v1.ListReadersRequest.$Shape} ListReadersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListReadersRequest & parley.v1.ListReadersRequest.$Shape;
        }

        namespace ListReadersRequest {

            /** Properties of a ListReadersRequest. */
            interface $Properties {

                /** ListReadersRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** ListReadersRequest seq */
                seq?: (number|null);

                /** ListReadersRequest unread */
                unread?: (boolean|null);

                /** ListReadersRequest after */
                after?: (number|null);

                /** ListReadersRequest limit */
                limit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListReadersRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              seq?: number|null;
              unread?: boolean|null;
              after?: number|null;
              limit?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ListReadersReply.
         * @deprecated Use parley.v1.ListReadersReply.$Properties instead.
         */
        interface IListReadersReply extends parley.v1.ListReadersReply.$Properties {
        }

        /** Represents a ListReadersReply. */
        class ListReadersReply {

            /**
             * Constructs a new ListReadersReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListReadersReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListReadersReply accounts. */
            accounts: number[];

            /** ListReadersReply more. */
            more: boolean;

            /** ListReadersReply readCount. */
            readCount: number;

            /** ListReadersReply unreadCount. */
            unreadCount: number;

            /**
             * Creates a new ListReadersReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListReadersReply instance
             */
            static create(properties: parley.v1.ListReadersReply.$Shape): parley.v1.ListReadersReply & parley.v1.ListReadersReply.$Shape;
            static create(properties?: parley.v1.ListReadersReply.$Properties): parley.v1.ListReadersReply;

            /**
             * Encodes the specified ListReadersReply message. Does not implicitly {@link parley.v1.ListReadersReply.verify|verify} messages.
             * @param message ListReadersReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListReadersReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListReadersReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListReadersReply & parley.v1.ListReadersReply.$Shape} ListReadersReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListReadersReply & parley.v1.ListReadersReply.$Shape;
        }

        namespace ListReadersReply {

            /** Properties of a ListReadersReply. */
            interface $Properties {

                /** ListReadersReply accounts */
                accounts?: (number[]|null);

                /** ListReadersReply more */
                more?: (boolean|null);

                /** ListReadersReply readCount */
                readCount?: (number|null);

                /** ListReadersReply unreadCount */
                unreadCount?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListReadersReply. */
            type $Shape = parley.v1.ListReadersReply.$Properties;
        }

        /**
         * Properties of a GroupLink.
         * @deprecated Use parley.v1.GroupLink.$Properties instead.
         */
        interface IGroupLink extends parley.v1.GroupLink.$Properties {
        }

        /** Represents a GroupLink. */
        class GroupLink {

            /**
             * Constructs a new GroupLink.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GroupLink.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GroupLink token. */
            token: string;

            /** GroupLink creator. */
            creator: number;

            /** GroupLink createdMs. */
            createdMs: number;

            /** GroupLink expiresMs. */
            expiresMs: number;

            /** GroupLink usesMax. */
            usesMax: number;

            /** GroupLink uses. */
            uses: number;

            /**
             * Creates a new GroupLink instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GroupLink instance
             */
            static create(properties: parley.v1.GroupLink.$Shape): parley.v1.GroupLink & parley.v1.GroupLink.$Shape;
            static create(properties?: parley.v1.GroupLink.$Properties): parley.v1.GroupLink;

            /**
             * Encodes the specified GroupLink message. Does not implicitly {@link parley.v1.GroupLink.verify|verify} messages.
             * @param message GroupLink message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GroupLink.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GroupLink message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GroupLink & parley.v1.GroupLink.$Shape} GroupLink
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GroupLink & parley.v1.GroupLink.$Shape;
        }

        namespace GroupLink {

            /** Properties of a GroupLink. */
            interface $Properties {

                /** GroupLink token */
                token?: (string|null);

                /** GroupLink creator */
                creator?: (number|null);

                /** GroupLink createdMs */
                createdMs?: (number|null);

                /** GroupLink expiresMs */
                expiresMs?: (number|null);

                /** GroupLink usesMax */
                usesMax?: (number|null);

                /** GroupLink uses */
                uses?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GroupLink. */
            type $Shape = parley.v1.GroupLink.$Properties;
        }

        /**
         * Properties of a CreateGroupLinkRequest.
         * @deprecated Use parley.v1.CreateGroupLinkRequest.$Properties instead.
         */
        interface ICreateGroupLinkRequest extends parley.v1.CreateGroupLinkRequest.$Properties {
        }

        /** Represents a CreateGroupLinkRequest. */
        class CreateGroupLinkRequest {

            /**
             * Constructs a new CreateGroupLinkRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CreateGroupLinkRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateGroupLinkRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** CreateGroupLinkRequest requestKey. */
            requestKey: Uint8Array;

            /** CreateGroupLinkRequest lifetimeMs. */
            lifetimeMs: number;

            /** CreateGroupLinkRequest usesMax. */
            usesMax: number;

            /**
             * Creates a new CreateGroupLinkRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateGroupLinkRequest instance
             */
            static create(properties: parley.v1.CreateGroupLinkRequest.$Shape): parley.v1.CreateGroupLinkRequest & parley.v1.CreateGroupLinkRequest.$Shape;
            static create(properties?: parley.v1.CreateGroupLinkRequest.$Properties): parley.v1.CreateGroupLinkRequest;

            /**
             * Encodes the specified CreateGroupLinkRequest message. Does not implicitly {@link parley.v1.CreateGroupLinkRequest.verify|verify} messages.
             * @param message CreateGroupLinkRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CreateGroupLinkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateGroupLinkRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CreateGroupLinkRequest & parley.v1.CreateGroupLinkRequest.$Shape} CreateGroupLinkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CreateGroupLinkRequest & parley.v1.CreateGroupLinkRequest.$Shape;
        }

        namespace CreateGroupLinkRequest {

            /** Properties of a CreateGroupLinkRequest. */
            interface $Properties {

                /** CreateGroupLinkRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** CreateGroupLinkRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** CreateGroupLinkRequest lifetimeMs */
                lifetimeMs?: (number|null);

                /** CreateGroupLinkRequest usesMax */
                usesMax?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateGroupLinkRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              lifetimeMs?: number|null;
              usesMax?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a RevokeGroupLinkRequest.
         * @deprecated Use parley.v1.RevokeGroupLinkRequest.$Properties instead.
         */
        interface IRevokeGroupLinkRequest extends parley.v1.RevokeGroupLinkRequest.$Properties {
        }

        /** Represents a RevokeGroupLinkRequest. */
        class RevokeGroupLinkRequest {

            /**
             * Constructs a new RevokeGroupLinkRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RevokeGroupLinkRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevokeGroupLinkRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** RevokeGroupLinkRequest requestKey. */
            requestKey: Uint8Array;

            /** RevokeGroupLinkRequest token. */
            token: string;

            /**
             * Creates a new RevokeGroupLinkRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RevokeGroupLinkRequest instance
             */
            static create(properties: parley.v1.RevokeGroupLinkRequest.$Shape): parley.v1.RevokeGroupLinkRequest & parley.v1.RevokeGroupLinkRequest.$Shape;
            static create(properties?: parley.v1.RevokeGroupLinkRequest.$Properties): parley.v1.RevokeGroupLinkRequest;

            /**
             * Encodes the specified RevokeGroupLinkRequest message. Does not implicitly {@link parley.v1.RevokeGroupLinkRequest.verify|verify} messages.
             * @param message RevokeGroupLinkRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RevokeGroupLinkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevokeGroupLinkRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RevokeGroupLinkRequest & parley.v1.RevokeGroupLinkRequest.$Shape} RevokeGroupLinkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RevokeGroupLinkRequest & parley.v1.RevokeGroupLinkRequest.$Shape;
        }

        namespace RevokeGroupLinkRequest {

            /** Properties of a RevokeGroupLinkRequest. */
            interface $Properties {

                /** RevokeGroupLinkRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** RevokeGroupLinkRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** RevokeGroupLinkRequest token */
                token?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevokeGroupLinkRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              token?: string|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ListGroupLinksRequest.
         * @deprecated Use parley.v1.ListGroupLinksRequest.$Properties instead.
         */
        interface IListGroupLinksRequest extends parley.v1.ListGroupLinksRequest.$Properties {
        }

        /** Represents a ListGroupLinksRequest. */
        class ListGroupLinksRequest {

            /**
             * Constructs a new ListGroupLinksRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListGroupLinksRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListGroupLinksRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /**
             * Creates a new ListGroupLinksRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListGroupLinksRequest instance
             */
            static create(properties: parley.v1.ListGroupLinksRequest.$Shape): parley.v1.ListGroupLinksRequest & parley.v1.ListGroupLinksRequest.$Shape;
            static create(properties?: parley.v1.ListGroupLinksRequest.$Properties): parley.v1.ListGroupLinksRequest;

            /**
             * Encodes the specified ListGroupLinksRequest message. Does not implicitly {@link parley.v1.ListGroupLinksRequest.verify|verify} messages.
             * @param message ListGroupLinksRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListGroupLinksRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListGroupLinksRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListGroupLinksRequest & parley.v1.ListGroupLinksRequest.$Shape} ListGroupLinksRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListGroupLinksRequest & parley.v1.ListGroupLinksRequest.$Shape;
        }

        namespace ListGroupLinksRequest {

            /** Properties of a ListGroupLinksRequest. */
            interface $Properties {

                /** ListGroupLinksRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListGroupLinksRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ListGroupLinksReply.
         * @deprecated Use parley.v1.ListGroupLinksReply.$Properties instead.
         */
        interface IListGroupLinksReply extends parley.v1.ListGroupLinksReply.$Properties {
        }

        /** Represents a ListGroupLinksReply. */
        class ListGroupLinksReply {

            /**
             * Constructs a new ListGroupLinksReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListGroupLinksReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListGroupLinksReply links. */
            links: parley.v1.GroupLink.$Properties[];

            /**
             * Creates a new ListGroupLinksReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListGroupLinksReply instance
             */
            static create(properties: parley.v1.ListGroupLinksReply.$Shape): parley.v1.ListGroupLinksReply & parley.v1.ListGroupLinksReply.$Shape;
            static create(properties?: parley.v1.ListGroupLinksReply.$Properties): parley.v1.ListGroupLinksReply;

            /**
             * Encodes the specified ListGroupLinksReply message. Does not implicitly {@link parley.v1.ListGroupLinksReply.verify|verify} messages.
             * @param message ListGroupLinksReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListGroupLinksReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListGroupLinksReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListGroupLinksReply & parley.v1.ListGroupLinksReply.$Shape} ListGroupLinksReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListGroupLinksReply & parley.v1.ListGroupLinksReply.$Shape;
        }

        namespace ListGroupLinksReply {

            /** Properties of a ListGroupLinksReply. */
            interface $Properties {

                /** ListGroupLinksReply links */
                links?: (parley.v1.GroupLink.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListGroupLinksReply. */
            type $Shape = parley.v1.ListGroupLinksReply.$Properties;
        }

        /**
         * Properties of a LookAtGroupLinkRequest.
         * @deprecated Use parley.v1.LookAtGroupLinkRequest.$Properties instead.
         */
        interface ILookAtGroupLinkRequest extends parley.v1.LookAtGroupLinkRequest.$Properties {
        }

        /** Represents a LookAtGroupLinkRequest. */
        class LookAtGroupLinkRequest {

            /**
             * Constructs a new LookAtGroupLinkRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.LookAtGroupLinkRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LookAtGroupLinkRequest token. */
            token: string;

            /**
             * Creates a new LookAtGroupLinkRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LookAtGroupLinkRequest instance
             */
            static create(properties: parley.v1.LookAtGroupLinkRequest.$Shape): parley.v1.LookAtGroupLinkRequest & parley.v1.LookAtGroupLinkRequest.$Shape;
            static create(properties?: parley.v1.LookAtGroupLinkRequest.$Properties): parley.v1.LookAtGroupLinkRequest;

            /**
             * Encodes the specified LookAtGroupLinkRequest message. Does not implicitly {@link parley.v1.LookAtGroupLinkRequest.verify|verify} messages.
             * @param message LookAtGroupLinkRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.LookAtGroupLinkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LookAtGroupLinkRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.LookAtGroupLinkRequest & parley.v1.LookAtGroupLinkRequest.$Shape} LookAtGroupLinkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.LookAtGroupLinkRequest & parley.v1.LookAtGroupLinkRequest.$Shape;
        }

        namespace LookAtGroupLinkRequest {

            /** Properties of a LookAtGroupLinkRequest. */
            interface $Properties {

                /** LookAtGroupLinkRequest token */
                token?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LookAtGroupLinkRequest. */
            type $Shape = parley.v1.LookAtGroupLinkRequest.$Properties;
        }

        /**
         * Properties of a LookAtGroupLinkReply.
         * @deprecated Use parley.v1.LookAtGroupLinkReply.$Properties instead.
         */
        interface ILookAtGroupLinkReply extends parley.v1.LookAtGroupLinkReply.$Properties {
        }

        /** Represents a LookAtGroupLinkReply. */
        class LookAtGroupLinkReply {

            /**
             * Constructs a new LookAtGroupLinkReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.LookAtGroupLinkReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LookAtGroupLinkReply name. */
            name: string;

            /** LookAtGroupLinkReply avatar. */
            avatar: string;

            /** LookAtGroupLinkReply members. */
            members: number;

            /** LookAtGroupLinkReply approveJoins. */
            approveJoins: boolean;

            /** LookAtGroupLinkReply conversation. */
            conversation: number;

            /**
             * Creates a new LookAtGroupLinkReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LookAtGroupLinkReply instance
             */
            static create(properties: parley.v1.LookAtGroupLinkReply.$Shape): parley.v1.LookAtGroupLinkReply & parley.v1.LookAtGroupLinkReply.$Shape;
            static create(properties?: parley.v1.LookAtGroupLinkReply.$Properties): parley.v1.LookAtGroupLinkReply;

            /**
             * Encodes the specified LookAtGroupLinkReply message. Does not implicitly {@link parley.v1.LookAtGroupLinkReply.verify|verify} messages.
             * @param message LookAtGroupLinkReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.LookAtGroupLinkReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LookAtGroupLinkReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.LookAtGroupLinkReply & parley.v1.LookAtGroupLinkReply.$Shape} LookAtGroupLinkReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.LookAtGroupLinkReply & parley.v1.LookAtGroupLinkReply.$Shape;
        }

        namespace LookAtGroupLinkReply {

            /** Properties of a LookAtGroupLinkReply. */
            interface $Properties {

                /** LookAtGroupLinkReply name */
                name?: (string|null);

                /** LookAtGroupLinkReply avatar */
                avatar?: (string|null);

                /** LookAtGroupLinkReply members */
                members?: (number|null);

                /** LookAtGroupLinkReply approveJoins */
                approveJoins?: (boolean|null);

                /** LookAtGroupLinkReply conversation */
                conversation?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LookAtGroupLinkReply. */
            type $Shape = parley.v1.LookAtGroupLinkReply.$Properties;
        }

        /**
         * Properties of a JoinGroupRequest.
         * @deprecated Use parley.v1.JoinGroupRequest.$Properties instead.
         */
        interface IJoinGroupRequest extends parley.v1.JoinGroupRequest.$Properties {
        }

        /** Represents a JoinGroupRequest. */
        class JoinGroupRequest {

            /**
             * Constructs a new JoinGroupRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.JoinGroupRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinGroupRequest requestKey. */
            requestKey: Uint8Array;

            /** JoinGroupRequest token. */
            token: string;

            /** JoinGroupRequest text. */
            text: string;

            /**
             * Creates a new JoinGroupRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JoinGroupRequest instance
             */
            static create(properties: parley.v1.JoinGroupRequest.$Shape): parley.v1.JoinGroupRequest & parley.v1.JoinGroupRequest.$Shape;
            static create(properties?: parley.v1.JoinGroupRequest.$Properties): parley.v1.JoinGroupRequest;

            /**
             * Encodes the specified JoinGroupRequest message. Does not implicitly {@link parley.v1.JoinGroupRequest.verify|verify} messages.
             * @param message JoinGroupRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.JoinGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinGroupRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.JoinGroupRequest & parley.v1.JoinGroupRequest.$Shape} JoinGroupRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.JoinGroupRequest & parley.v1.JoinGroupRequest.$Shape;
        }

        namespace JoinGroupRequest {

            /** Properties of a JoinGroupRequest. */
            interface $Properties {

                /** JoinGroupRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** JoinGroupRequest token */
                token?: (string|null);

                /** JoinGroupRequest text */
                text?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinGroupRequest. */
            type $Shape = parley.v1.JoinGroupRequest.$Properties;
        }

        /**
         * Properties of a JoinGroupReply.
         * @deprecated Use parley.v1.JoinGroupReply.$Properties instead.
         */
        interface IJoinGroupReply extends parley.v1.JoinGroupReply.$Properties {
        }

        /** Represents a JoinGroupReply. */
        class JoinGroupReply {

            /**
             * Constructs a new JoinGroupReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.JoinGroupReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinGroupReply conversation. */
            conversation: number;

            /**
             * Creates a new JoinGroupReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JoinGroupReply instance
             */
            static create(properties: parley.v1.JoinGroupReply.$Shape): parley.v1.JoinGroupReply & parley.v1.JoinGroupReply.$Shape;
            static create(properties?: parley.v1.JoinGroupReply.$Properties): parley.v1.JoinGroupReply;

            /**
             * Encodes the specified JoinGroupReply message. Does not implicitly {@link parley.v1.JoinGroupReply.verify|verify} messages.
             * @param message JoinGroupReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.JoinGroupReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinGroupReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.JoinGroupReply & parley.v1.JoinGroupReply.$Shape} JoinGroupReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.JoinGroupReply & parley.v1.JoinGroupReply.$Shape;
        }

        namespace JoinGroupReply {

            /** Properties of a JoinGroupReply. */
            interface $Properties {

                /** JoinGroupReply conversation */
                conversation?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinGroupReply. */
            type $Shape = parley.v1.JoinGroupReply.$Properties;
        }

        /**
         * Properties of a JoinRequest.
         * @deprecated Use parley.v1.JoinRequest.$Properties instead.
         */
        interface IJoinRequest extends parley.v1.JoinRequest.$Properties {
        }

        /** Represents a JoinRequest. */
        class JoinRequest {

            /**
             * Constructs a new JoinRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.JoinRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinRequest account. */
            account: number;

            /** JoinRequest text. */
            text: string;

            /** JoinRequest askedMs. */
            askedMs: number;

            /**
             * Creates a new JoinRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JoinRequest instance
             */
            static create(properties: parley.v1.JoinRequest.$Shape): parley.v1.JoinRequest & parley.v1.JoinRequest.$Shape;
            static create(properties?: parley.v1.JoinRequest.$Properties): parley.v1.JoinRequest;

            /**
             * Encodes the specified JoinRequest message. Does not implicitly {@link parley.v1.JoinRequest.verify|verify} messages.
             * @param message JoinRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.JoinRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.JoinRequest & parley.v1.JoinRequest.$Shape} JoinRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.JoinRequest & parley.v1.JoinRequest.$Shape;
        }

        namespace JoinRequest {

            /** Properties of a JoinRequest. */
            interface $Properties {

                /** JoinRequest account */
                account?: (number|null);

                /** JoinRequest text */
                text?: (string|null);

                /** JoinRequest askedMs */
                askedMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinRequest. */
            type $Shape = parley.v1.JoinRequest.$Properties;
        }

        /**
         * Properties of a ListJoinRequestsRequest.
         * @deprecated Use parley.v1.ListJoinRequestsRequest.$Properties instead.
         */
        interface IListJoinRequestsRequest extends parley.v1.ListJoinRequestsRequest.$Properties {
        }

        /** Represents a ListJoinRequestsRequest. */
        class ListJoinRequestsRequest {

            /**
             * Constructs a new ListJoinRequestsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListJoinRequestsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListJoinRequestsRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /**
             * Creates a new ListJoinRequestsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListJoinRequestsRequest instance
             */
            static create(properties: parley.v1.ListJoinRequestsRequest.$Shape): parley.v1.ListJoinRequestsRequest & parley.v1.ListJoinRequestsRequest.$Shape;
            static create(properties?: parley.v1.ListJoinRequestsRequest.$Properties): parley.v1.ListJoinRequestsRequest;

            /**
             * Encodes the specified ListJoinRequestsRequest message. Does not implicitly {@link parley.v1.ListJoinRequestsRequest.verify|verify} messages.
             * @param message ListJoinRequestsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListJoinRequestsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListJoinRequestsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListJoinRequestsRequest & parley.v1.ListJoinRequestsRequest.$Shape} ListJoinRequestsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListJoinRequestsRequest & parley.v1.ListJoinRequestsRequest.$Shape;
        }

        namespace ListJoinRequestsRequest {

            /** Properties of a ListJoinRequestsRequest. */
            interface $Properties {

                /** ListJoinRequestsRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListJoinRequestsRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ListJoinRequestsReply.
         * @deprecated Use parley.v1.ListJoinRequestsReply.$Properties instead.
         */
        interface IListJoinRequestsReply extends parley.v1.ListJoinRequestsReply.$Properties {
        }

        /** Represents a ListJoinRequestsReply. */
        class ListJoinRequestsReply {

            /**
             * Constructs a new ListJoinRequestsReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListJoinRequestsReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListJoinRequestsReply requests. */
            requests: parley.v1.JoinRequest.$Properties[];

            /**
             * Creates a new ListJoinRequestsReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListJoinRequestsReply instance
             */
            static create(properties: parley.v1.ListJoinRequestsReply.$Shape): parley.v1.ListJoinRequestsReply & parley.v1.ListJoinRequestsReply.$Shape;
            static create(properties?: parley.v1.ListJoinRequestsReply.$Properties): parley.v1.ListJoinRequestsReply;

            /**
             * Encodes the specified ListJoinRequestsReply message. Does not implicitly {@link parley.v1.ListJoinRequestsReply.verify|verify} messages.
             * @param message ListJoinRequestsReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListJoinRequestsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListJoinRequestsReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListJoinRequestsReply & parley.v1.ListJoinRequestsReply.$Shape} ListJoinRequestsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListJoinRequestsReply & parley.v1.ListJoinRequestsReply.$Shape;
        }

        namespace ListJoinRequestsReply {

            /** Properties of a ListJoinRequestsReply. */
            interface $Properties {

                /** ListJoinRequestsReply requests */
                requests?: (parley.v1.JoinRequest.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListJoinRequestsReply. */
            type $Shape = parley.v1.ListJoinRequestsReply.$Properties;
        }

        /**
         * Properties of an AnswerJoinRequestRequest.
         * @deprecated Use parley.v1.AnswerJoinRequestRequest.$Properties instead.
         */
        interface IAnswerJoinRequestRequest extends parley.v1.AnswerJoinRequestRequest.$Properties {
        }

        /** Represents an AnswerJoinRequestRequest. */
        class AnswerJoinRequestRequest {

            /**
             * Constructs a new AnswerJoinRequestRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.AnswerJoinRequestRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AnswerJoinRequestRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** AnswerJoinRequestRequest requestKey. */
            requestKey: Uint8Array;

            /** AnswerJoinRequestRequest account. */
            account: number;

            /** AnswerJoinRequestRequest accept. */
            accept: boolean;

            /**
             * Creates a new AnswerJoinRequestRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AnswerJoinRequestRequest instance
             */
            static create(properties: parley.v1.AnswerJoinRequestRequest.$Shape): parley.v1.AnswerJoinRequestRequest & parley.v1.AnswerJoinRequestRequest.$Shape;
            static create(properties?: parley.v1.AnswerJoinRequestRequest.$Properties): parley.v1.AnswerJoinRequestRequest;

            /**
             * Encodes the specified AnswerJoinRequestRequest message. Does not implicitly {@link parley.v1.AnswerJoinRequestRequest.verify|verify} messages.
             * @param message AnswerJoinRequestRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.AnswerJoinRequestRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AnswerJoinRequestRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.AnswerJoinRequestRequest & parley.v1.AnswerJoinRequestRequest.$Shape} AnswerJoinRequestRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.AnswerJoinRequestRequest & parley.v1.AnswerJoinRequestRequest.$Shape;
        }

        namespace AnswerJoinRequestRequest {

            /** Properties of an AnswerJoinRequestRequest. */
            interface $Properties {

                /** AnswerJoinRequestRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** AnswerJoinRequestRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** AnswerJoinRequestRequest account */
                account?: (number|null);

                /** AnswerJoinRequestRequest accept */
                accept?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AnswerJoinRequestRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              requestKey?: Uint8Array|null;
              account?: number|null;
              accept?: boolean|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a MemberCursorsPush.
         * @deprecated Use parley.v1.MemberCursorsPush.$Properties instead.
         */
        interface IMemberCursorsPush extends parley.v1.MemberCursorsPush.$Properties {
        }

        /** Represents a MemberCursorsPush. */
        class MemberCursorsPush {

            /**
             * Constructs a new MemberCursorsPush.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.MemberCursorsPush.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MemberCursorsPush conversation. */
            conversation: number;

            /** MemberCursorsPush cursors. */
            cursors: parley.v1.MemberCursor.$Properties[];

            /**
             * Creates a new MemberCursorsPush instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MemberCursorsPush instance
             */
            static create(properties: parley.v1.MemberCursorsPush.$Shape): parley.v1.MemberCursorsPush & parley.v1.MemberCursorsPush.$Shape;
            static create(properties?: parley.v1.MemberCursorsPush.$Properties): parley.v1.MemberCursorsPush;

            /**
             * Encodes the specified MemberCursorsPush message. Does not implicitly {@link parley.v1.MemberCursorsPush.verify|verify} messages.
             * @param message MemberCursorsPush message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.MemberCursorsPush.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemberCursorsPush message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.MemberCursorsPush & parley.v1.MemberCursorsPush.$Shape} MemberCursorsPush
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.MemberCursorsPush & parley.v1.MemberCursorsPush.$Shape;
        }

        namespace MemberCursorsPush {

            /** Properties of a MemberCursorsPush. */
            interface $Properties {

                /** MemberCursorsPush conversation */
                conversation?: (number|null);

                /** MemberCursorsPush cursors */
                cursors?: (parley.v1.MemberCursor.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemberCursorsPush. */
            type $Shape = parley.v1.MemberCursorsPush.$Properties;
        }

        /**
         * Properties of a MemberCursor.
         * @deprecated Use parley.v1.MemberCursor.$Properties instead.
         */
        interface IMemberCursor extends parley.v1.MemberCursor.$Properties {
        }

        /** Represents a MemberCursor. */
        class MemberCursor {

            /**
             * Constructs a new MemberCursor.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.MemberCursor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MemberCursor account. */
            account: number;

            /** MemberCursor delivered. */
            delivered: number;

            /** MemberCursor read. */
            read: number;

            /**
             * Creates a new MemberCursor instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MemberCursor instance
             */
            static create(properties: parley.v1.MemberCursor.$Shape): parley.v1.MemberCursor & parley.v1.MemberCursor.$Shape;
            static create(properties?: parley.v1.MemberCursor.$Properties): parley.v1.MemberCursor;

            /**
             * Encodes the specified MemberCursor message. Does not implicitly {@link parley.v1.MemberCursor.verify|verify} messages.
             * @param message MemberCursor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.MemberCursor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemberCursor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.MemberCursor & parley.v1.MemberCursor.$Shape} MemberCursor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.MemberCursor & parley.v1.MemberCursor.$Shape;
        }

        namespace MemberCursor {

            /** Properties of a MemberCursor. */
            interface $Properties {

                /** MemberCursor account */
                account?: (number|null);

                /** MemberCursor delivered */
                delivered?: (number|null);

                /** MemberCursor read */
                read?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemberCursor. */
            type $Shape = parley.v1.MemberCursor.$Properties;
        }

        /**
         * Properties of a FileInfo.
         * @deprecated Use parley.v1.FileInfo.$Properties instead.
         */
        interface IFileInfo extends parley.v1.FileInfo.$Properties {
        }

        /** Represents a FileInfo. */
        class FileInfo {

            /**
             * Constructs a new FileInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.FileInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FileInfo file. */
            file: number;

            /** FileInfo name. */
            name: string;

            /** FileInfo mediaType. */
            mediaType: string;

            /** FileInfo bytes. */
            bytes: number;

            /** FileInfo width. */
            width: number;

            /** FileInfo height. */
            height: number;

            /** FileInfo placeholder. */
            placeholder: Uint8Array;

            /** FileInfo path. */
            path: string;

            /** FileInfo thumbnailPath. */
            thumbnailPath: string;

            /** FileInfo expiresMs. */
            expiresMs: number;

            /**
             * Creates a new FileInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FileInfo instance
             */
            static create(properties: parley.v1.FileInfo.$Shape): parley.v1.FileInfo & parley.v1.FileInfo.$Shape;
            static create(properties?: parley.v1.FileInfo.$Properties): parley.v1.FileInfo;

            /**
             * Encodes the specified FileInfo message. Does not implicitly {@link parley.v1.FileInfo.verify|verify} messages.
             * @param message FileInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.FileInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FileInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.FileInfo & parley.v1.FileInfo.$Shape} FileInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.FileInfo & parley.v1.FileInfo.$Shape;
        }

        namespace FileInfo {

            /** Properties of a FileInfo. */
            interface $Properties {

                /** FileInfo file */
                file?: (number|null);

                /** FileInfo name */
                name?: (string|null);

                /** FileInfo mediaType */
                mediaType?: (string|null);

                /** FileInfo bytes */
                bytes?: (number|null);

                /** FileInfo width */
                width?: (number|null);

                /** FileInfo height */
                height?: (number|null);

                /** FileInfo placeholder */
                placeholder?: (Uint8Array|null);

                /** FileInfo path */
                path?: (string|null);

                /** FileInfo thumbnailPath */
                thumbnailPath?: (string|null);

                /** FileInfo expiresMs */
                expiresMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FileInfo. */
            type $Shape = parley.v1.FileInfo.$Properties;
        }

        /**
         * Properties of a GetFilesRequest.
         * @deprecated Use parley.v1.GetFilesRequest.$Properties instead.
         */
        interface IGetFilesRequest extends parley.v1.GetFilesRequest.$Properties {
        }

        /** Represents a GetFilesRequest. */
        class GetFilesRequest {

            /**
             * Constructs a new GetFilesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetFilesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetFilesRequest files. */
            files: number[];

            /** GetFilesRequest conversation. */
            conversation: number;

            /**
             * Creates a new GetFilesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetFilesRequest instance
             */
            static create(properties: parley.v1.GetFilesRequest.$Shape): parley.v1.GetFilesRequest & parley.v1.GetFilesRequest.$Shape;
            static create(properties?: parley.v1.GetFilesRequest.$Properties): parley.v1.GetFilesRequest;

            /**
             * Encodes the specified GetFilesRequest message. Does not implicitly {@link parley.v1.GetFilesRequest.verify|verify} messages.
             * @param message GetFilesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetFilesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetFilesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetFilesRequest & parley.v1.GetFilesRequest.$Shape} GetFilesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetFilesRequest & parley.v1.GetFilesRequest.$Shape;
        }

        namespace GetFilesRequest {

            /** Properties of a GetFilesRequest. */
            interface $Properties {

                /** GetFilesRequest files */
                files?: (number[]|null);

                /** GetFilesRequest conversation */
                conversation?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetFilesRequest. */
            type $Shape = parley.v1.GetFilesRequest.$Properties;
        }

        /**
         * Properties of a GetFilesReply.
         * @deprecated Use parley.v1.GetFilesReply.$Properties instead.
         */
        interface IGetFilesReply extends parley.v1.GetFilesReply.$Properties {
        }

        /** Represents a GetFilesReply. */
        class GetFilesReply {

            /**
             * Constructs a new GetFilesReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetFilesReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetFilesReply files. */
            files: parley.v1.FileInfo.$Properties[];

            /**
             * Creates a new GetFilesReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetFilesReply instance
             */
            static create(properties: parley.v1.GetFilesReply.$Shape): parley.v1.GetFilesReply & parley.v1.GetFilesReply.$Shape;
            static create(properties?: parley.v1.GetFilesReply.$Properties): parley.v1.GetFilesReply;

            /**
             * Encodes the specified GetFilesReply message. Does not implicitly {@link parley.v1.GetFilesReply.verify|verify} messages.
             * @param message GetFilesReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetFilesReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetFilesReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetFilesReply & parley.v1.GetFilesReply.$Shape} GetFilesReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetFilesReply & parley.v1.GetFilesReply.$Shape;
        }

        namespace GetFilesReply {

            /** Properties of a GetFilesReply. */
            interface $Properties {

                /** GetFilesReply files */
                files?: (parley.v1.FileInfo.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetFilesReply. */
            type $Shape = parley.v1.GetFilesReply.$Properties;
        }

        /**
         * Properties of a GetFileSpaceRequest.
         * @deprecated Use parley.v1.GetFileSpaceRequest.$Properties instead.
         */
        interface IGetFileSpaceRequest extends parley.v1.GetFileSpaceRequest.$Properties {
        }

        /** Represents a GetFileSpaceRequest. */
        class GetFileSpaceRequest {

            /**
             * Constructs a new GetFileSpaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetFileSpaceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetFileSpaceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetFileSpaceRequest instance
             */
            static create(properties: parley.v1.GetFileSpaceRequest.$Shape): parley.v1.GetFileSpaceRequest & parley.v1.GetFileSpaceRequest.$Shape;
            static create(properties?: parley.v1.GetFileSpaceRequest.$Properties): parley.v1.GetFileSpaceRequest;

            /**
             * Encodes the specified GetFileSpaceRequest message. Does not implicitly {@link parley.v1.GetFileSpaceRequest.verify|verify} messages.
             * @param message GetFileSpaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetFileSpaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetFileSpaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetFileSpaceRequest & parley.v1.GetFileSpaceRequest.$Shape} GetFileSpaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetFileSpaceRequest & parley.v1.GetFileSpaceRequest.$Shape;
        }

        namespace GetFileSpaceRequest {

            /** Properties of a GetFileSpaceRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetFileSpaceRequest. */
            type $Shape = parley.v1.GetFileSpaceRequest.$Properties;
        }

        /**
         * Properties of a GetFileSpaceReply.
         * @deprecated Use parley.v1.GetFileSpaceReply.$Properties instead.
         */
        interface IGetFileSpaceReply extends parley.v1.GetFileSpaceReply.$Properties {
        }

        /** Represents a GetFileSpaceReply. */
        class GetFileSpaceReply {

            /**
             * Constructs a new GetFileSpaceReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetFileSpaceReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetFileSpaceReply usedBytes. */
            usedBytes: number;

            /** GetFileSpaceReply accountBytesMax. */
            accountBytesMax: number;

            /** GetFileSpaceReply dayBytes. */
            dayBytes: number;

            /** GetFileSpaceReply dayBytesMax. */
            dayBytesMax: number;

            /** GetFileSpaceReply fileBytesMax. */
            fileBytesMax: number;

            /** GetFileSpaceReply imageBytesMax. */
            imageBytesMax: number;

            /** GetFileSpaceReply publicUrl. */
            publicUrl: string;

            /** GetFileSpaceReply httpPort. */
            httpPort: number;

            /** GetFileSpaceReply httpSecure. */
            httpSecure: boolean;

            /**
             * Creates a new GetFileSpaceReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetFileSpaceReply instance
             */
            static create(properties: parley.v1.GetFileSpaceReply.$Shape): parley.v1.GetFileSpaceReply & parley.v1.GetFileSpaceReply.$Shape;
            static create(properties?: parley.v1.GetFileSpaceReply.$Properties): parley.v1.GetFileSpaceReply;

            /**
             * Encodes the specified GetFileSpaceReply message. Does not implicitly {@link parley.v1.GetFileSpaceReply.verify|verify} messages.
             * @param message GetFileSpaceReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetFileSpaceReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetFileSpaceReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetFileSpaceReply & parley.v1.GetFileSpaceReply.$Shape} GetFileSpaceReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetFileSpaceReply & parley.v1.GetFileSpaceReply.$Shape;
        }

        namespace GetFileSpaceReply {

            /** Properties of a GetFileSpaceReply. */
            interface $Properties {

                /** GetFileSpaceReply usedBytes */
                usedBytes?: (number|null);

                /** GetFileSpaceReply accountBytesMax */
                accountBytesMax?: (number|null);

                /** GetFileSpaceReply dayBytes */
                dayBytes?: (number|null);

                /** GetFileSpaceReply dayBytesMax */
                dayBytesMax?: (number|null);

                /** GetFileSpaceReply fileBytesMax */
                fileBytesMax?: (number|null);

                /** GetFileSpaceReply imageBytesMax */
                imageBytesMax?: (number|null);

                /** GetFileSpaceReply publicUrl */
                publicUrl?: (string|null);

                /** GetFileSpaceReply httpPort */
                httpPort?: (number|null);

                /** GetFileSpaceReply httpSecure */
                httpSecure?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetFileSpaceReply. */
            type $Shape = parley.v1.GetFileSpaceReply.$Properties;
        }

        /**
         * Properties of a LoginRequest.
         * @deprecated Use parley.v1.LoginRequest.$Properties instead.
         */
        interface ILoginRequest extends parley.v1.LoginRequest.$Properties {
        }

        /** Represents a LoginRequest. */
        class LoginRequest {

            /**
             * Constructs a new LoginRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.LoginRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LoginRequest accessToken. */
            accessToken: Uint8Array;

            /** LoginRequest client. */
            client: string;

            /** LoginRequest capabilities. */
            capabilities: number;

            /**
             * Creates a new LoginRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LoginRequest instance
             */
            static create(properties: parley.v1.LoginRequest.$Shape): parley.v1.LoginRequest & parley.v1.LoginRequest.$Shape;
            static create(properties?: parley.v1.LoginRequest.$Properties): parley.v1.LoginRequest;

            /**
             * Encodes the specified LoginRequest message. Does not implicitly {@link parley.v1.LoginRequest.verify|verify} messages.
             * @param message LoginRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.LoginRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LoginRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.LoginRequest & parley.v1.LoginRequest.$Shape} LoginRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.LoginRequest & parley.v1.LoginRequest.$Shape;
        }

        namespace LoginRequest {

            /** Properties of a LoginRequest. */
            interface $Properties {

                /** LoginRequest accessToken */
                accessToken?: (Uint8Array|null);

                /** LoginRequest client */
                client?: (string|null);

                /** LoginRequest capabilities */
                capabilities?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LoginRequest. */
            type $Shape = parley.v1.LoginRequest.$Properties;
        }

        /**
         * Properties of a LoginReply.
         * @deprecated Use parley.v1.LoginReply.$Properties instead.
         */
        interface ILoginReply extends parley.v1.LoginReply.$Properties {
        }

        /** Represents a LoginReply. */
        class LoginReply {

            /**
             * Constructs a new LoginReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.LoginReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LoginReply session. */
            session: number;

            /** LoginReply resumeKey. */
            resumeKey: Uint8Array;

            /** LoginReply epoch. */
            epoch: number;

            /** LoginReply heartbeatMs. */
            heartbeatMs: number;

            /** LoginReply serverTimeMs. */
            serverTimeMs: number;

            /** LoginReply limits. */
            limits?: (parley.v1.Limits.$Properties|null);

            /** LoginReply minClient. */
            minClient: string;

            /** LoginReply capabilities. */
            capabilities: number;

            /** LoginReply generation. */
            generation: Uint8Array;

            /** LoginReply account. */
            account?: (parley.v1.OwnAccount.$Properties|null);

            /** LoginReply device. */
            device: number;

            /**
             * Creates a new LoginReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LoginReply instance
             */
            static create(properties: parley.v1.LoginReply.$Shape): parley.v1.LoginReply & parley.v1.LoginReply.$Shape;
            static create(properties?: parley.v1.LoginReply.$Properties): parley.v1.LoginReply;

            /**
             * Encodes the specified LoginReply message. Does not implicitly {@link parley.v1.LoginReply.verify|verify} messages.
             * @param message LoginReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.LoginReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LoginReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.LoginReply & parley.v1.LoginReply.$Shape} LoginReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.LoginReply & parley.v1.LoginReply.$Shape;
        }

        namespace LoginReply {

            /** Properties of a LoginReply. */
            interface $Properties {

                /** LoginReply session */
                session?: (number|null);

                /** LoginReply resumeKey */
                resumeKey?: (Uint8Array|null);

                /** LoginReply epoch */
                epoch?: (number|null);

                /** LoginReply heartbeatMs */
                heartbeatMs?: (number|null);

                /** LoginReply serverTimeMs */
                serverTimeMs?: (number|null);

                /** LoginReply limits */
                limits?: (parley.v1.Limits.$Properties|null);

                /** LoginReply minClient */
                minClient?: (string|null);

                /** LoginReply capabilities */
                capabilities?: (number|null);

                /** LoginReply generation */
                generation?: (Uint8Array|null);

                /** LoginReply account */
                account?: (parley.v1.OwnAccount.$Properties|null);

                /** LoginReply device */
                device?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LoginReply. */
            type $Shape = parley.v1.LoginReply.$Properties;
        }

        /**
         * Properties of a ResumeRequest.
         * @deprecated Use parley.v1.ResumeRequest.$Properties instead.
         */
        interface IResumeRequest extends parley.v1.ResumeRequest.$Properties {
        }

        /** Represents a ResumeRequest. */
        class ResumeRequest {

            /**
             * Constructs a new ResumeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ResumeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResumeRequest session. */
            session: number;

            /** ResumeRequest resumeKey. */
            resumeKey: Uint8Array;

            /** ResumeRequest capabilities. */
            capabilities: number;

            /**
             * Creates a new ResumeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ResumeRequest instance
             */
            static create(properties: parley.v1.ResumeRequest.$Shape): parley.v1.ResumeRequest & parley.v1.ResumeRequest.$Shape;
            static create(properties?: parley.v1.ResumeRequest.$Properties): parley.v1.ResumeRequest;

            /**
             * Encodes the specified ResumeRequest message. Does not implicitly {@link parley.v1.ResumeRequest.verify|verify} messages.
             * @param message ResumeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ResumeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResumeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ResumeRequest & parley.v1.ResumeRequest.$Shape} ResumeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ResumeRequest & parley.v1.ResumeRequest.$Shape;
        }

        namespace ResumeRequest {

            /** Properties of a ResumeRequest. */
            interface $Properties {

                /** ResumeRequest session */
                session?: (number|null);

                /** ResumeRequest resumeKey */
                resumeKey?: (Uint8Array|null);

                /** ResumeRequest capabilities */
                capabilities?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResumeRequest. */
            type $Shape = parley.v1.ResumeRequest.$Properties;
        }

        /**
         * Properties of a Limits.
         * @deprecated Use parley.v1.Limits.$Properties instead.
         */
        interface ILimits extends parley.v1.Limits.$Properties {
        }

        /** Represents a Limits. */
        class Limits {

            /**
             * Constructs a new Limits.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Limits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Limits frameBodyBytesMax. */
            frameBodyBytesMax: number;

            /** Limits textBytesMax. */
            textBytesMax: number;

            /** Limits pageEntriesMax. */
            pageEntriesMax: number;

            /** Limits requestsInFlightMax. */
            requestsInFlightMax: number;

            /** Limits pushAckMs. */
            pushAckMs: number;

            /** Limits accountItemBytesMax. */
            accountItemBytesMax: number;

            /**
             * Creates a new Limits instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Limits instance
             */
            static create(properties: parley.v1.Limits.$Shape): parley.v1.Limits & parley.v1.Limits.$Shape;
            static create(properties?: parley.v1.Limits.$Properties): parley.v1.Limits;

            /**
             * Encodes the specified Limits message. Does not implicitly {@link parley.v1.Limits.verify|verify} messages.
             * @param message Limits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Limits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Limits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Limits & parley.v1.Limits.$Shape} Limits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Limits & parley.v1.Limits.$Shape;
        }

        namespace Limits {

            /** Properties of a Limits. */
            interface $Properties {

                /** Limits frameBodyBytesMax */
                frameBodyBytesMax?: (number|null);

                /** Limits textBytesMax */
                textBytesMax?: (number|null);

                /** Limits pageEntriesMax */
                pageEntriesMax?: (number|null);

                /** Limits requestsInFlightMax */
                requestsInFlightMax?: (number|null);

                /** Limits pushAckMs */
                pushAckMs?: (number|null);

                /** Limits accountItemBytesMax */
                accountItemBytesMax?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Limits. */
            type $Shape = parley.v1.Limits.$Properties;
        }

        /**
         * Properties of an Entry.
         * @deprecated Use parley.v1.Entry.$Properties instead.
         */
        interface IEntry extends parley.v1.Entry.$Properties {
        }

        /** Represents an Entry. */
        class Entry {

            /**
             * Constructs a new Entry.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Entry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Entry seq. */
            seq: number;

            /** Entry sender. */
            sender: number;

            /** Entry clientId. */
            clientId: Uint8Array;

            /** Entry kind. */
            kind: parley.v1.EntryKind;

            /** Entry refSeq. */
            refSeq: number;

            /** Entry body. */
            body: Uint8Array;

            /** Entry timeMs. */
            timeMs: number;

            /** Entry count. */
            count: number;

            /** Entry changed. */
            changed: number;

            /** Entry state. */
            state: parley.v1.EntryState;

            /** Entry reactions. */
            reactions: parley.v1.EntryReaction.$Properties[];

            /** Entry editSeq. */
            editSeq: number;

            /** Entry burnAtMs. */
            burnAtMs: number;

            /** Entry bodyKept. */
            bodyKept: boolean;

            /** Entry ownKept. */
            ownKept: boolean;

            /** Entry pinSeq. */
            pinSeq: number;

            /**
             * Creates a new Entry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Entry instance
             */
            static create(properties: parley.v1.Entry.$Shape): parley.v1.Entry & parley.v1.Entry.$Shape;
            static create(properties?: parley.v1.Entry.$Properties): parley.v1.Entry;

            /**
             * Encodes the specified Entry message. Does not implicitly {@link parley.v1.Entry.verify|verify} messages.
             * @param message Entry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Entry & parley.v1.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Entry & parley.v1.Entry.$Shape;
        }

        namespace Entry {

            /** Properties of an Entry. */
            interface $Properties {

                /** Entry seq */
                seq?: (number|null);

                /** Entry sender */
                sender?: (number|null);

                /** Entry clientId */
                clientId?: (Uint8Array|null);

                /** Entry kind */
                kind?: (parley.v1.EntryKind|null);

                /** Entry refSeq */
                refSeq?: (number|null);

                /** Entry body */
                body?: (Uint8Array|null);

                /** Entry timeMs */
                timeMs?: (number|null);

                /** Entry count */
                count?: (number|null);

                /** Entry changed */
                changed?: (number|null);

                /** Entry state */
                state?: (parley.v1.EntryState|null);

                /** Entry reactions */
                reactions?: (parley.v1.EntryReaction.$Properties[]|null);

                /** Entry editSeq */
                editSeq?: (number|null);

                /** Entry burnAtMs */
                burnAtMs?: (number|null);

                /** Entry bodyKept */
                bodyKept?: (boolean|null);

                /** Entry ownKept */
                ownKept?: (boolean|null);

                /** Entry pinSeq */
                pinSeq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Entry. */
            type $Shape = parley.v1.Entry.$Properties;
        }

        /**
         * Properties of an EntryReaction.
         * @deprecated Use parley.v1.EntryReaction.$Properties instead.
         */
        interface IEntryReaction extends parley.v1.EntryReaction.$Properties {
        }

        /** Represents an EntryReaction. */
        class EntryReaction {

            /**
             * Constructs a new EntryReaction.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EntryReaction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EntryReaction emoji. */
            emoji: string;

            /** EntryReaction count. */
            count: number;

            /** EntryReaction accounts. */
            accounts: number[];

            /** EntryReaction mine. */
            mine: boolean;

            /**
             * Creates a new EntryReaction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EntryReaction instance
             */
            static create(properties: parley.v1.EntryReaction.$Shape): parley.v1.EntryReaction & parley.v1.EntryReaction.$Shape;
            static create(properties?: parley.v1.EntryReaction.$Properties): parley.v1.EntryReaction;

            /**
             * Encodes the specified EntryReaction message. Does not implicitly {@link parley.v1.EntryReaction.verify|verify} messages.
             * @param message EntryReaction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EntryReaction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EntryReaction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EntryReaction & parley.v1.EntryReaction.$Shape} EntryReaction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EntryReaction & parley.v1.EntryReaction.$Shape;
        }

        namespace EntryReaction {

            /** Properties of an EntryReaction. */
            interface $Properties {

                /** EntryReaction emoji */
                emoji?: (string|null);

                /** EntryReaction count */
                count?: (number|null);

                /** EntryReaction accounts */
                accounts?: (number[]|null);

                /** EntryReaction mine */
                mine?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EntryReaction. */
            type $Shape = parley.v1.EntryReaction.$Properties;
        }

        /** EntryState enum. */
        enum EntryState {

            /** ENTRY_STATE_UNSPECIFIED value */
            ENTRY_STATE_UNSPECIFIED = 0,

            /** ENTRY_STATE_EDITED value */
            ENTRY_STATE_EDITED = 1,

            /** ENTRY_STATE_RECALLED value */
            ENTRY_STATE_RECALLED = 2,

            /** ENTRY_STATE_ERASED value */
            ENTRY_STATE_ERASED = 3
        }

        /**
         * Properties of a SendRequest.
         * @deprecated Use parley.v1.SendRequest.$Properties instead.
         */
        interface ISendRequest extends parley.v1.SendRequest.$Properties {
        }

        /** Represents a SendRequest. */
        class SendRequest {

            /**
             * Constructs a new SendRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SendRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SendRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** SendRequest clientId. */
            clientId: Uint8Array;

            /** SendRequest kind. */
            kind: parley.v1.EntryKind;

            /** SendRequest refSeq. */
            refSeq: number;

            /** SendRequest body. */
            body: Uint8Array;

            /** SendRequest after. */
            after: Uint8Array;

            /** SendRequest readUpTo. */
            readUpTo: number;

            /**
             * Creates a new SendRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SendRequest instance
             */
            static create(properties: parley.v1.SendRequest.$Shape): parley.v1.SendRequest & parley.v1.SendRequest.$Shape;
            static create(properties?: parley.v1.SendRequest.$Properties): parley.v1.SendRequest;

            /**
             * Encodes the specified SendRequest message. Does not implicitly {@link parley.v1.SendRequest.verify|verify} messages.
             * @param message SendRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SendRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SendRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SendRequest & parley.v1.SendRequest.$Shape} SendRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SendRequest & parley.v1.SendRequest.$Shape;
        }

        namespace SendRequest {

            /** Properties of a SendRequest. */
            interface $Properties {

                /** SendRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** SendRequest clientId */
                clientId?: (Uint8Array|null);

                /** SendRequest kind */
                kind?: (parley.v1.EntryKind|null);

                /** SendRequest refSeq */
                refSeq?: (number|null);

                /** SendRequest body */
                body?: (Uint8Array|null);

                /** SendRequest after */
                after?: (Uint8Array|null);

                /** SendRequest readUpTo */
                readUpTo?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              clientId?: Uint8Array|null;
              kind?: parley.v1.EntryKind|null;
              refSeq?: number|null;
              body?: Uint8Array|null;
              after?: Uint8Array|null;
              readUpTo?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a SendReply.
         * @deprecated Use parley.v1.SendReply.$Properties instead.
         */
        interface ISendReply extends parley.v1.SendReply.$Properties {
        }

        /** Represents a SendReply. */
        class SendReply {

            /**
             * Constructs a new SendReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SendReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SendReply conversation. */
            conversation: number;

            /** SendReply seq. */
            seq: number;

            /** SendReply timeMs. */
            timeMs: number;

            /** SendReply duplicate. */
            duplicate: boolean;

            /**
             * Creates a new SendReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SendReply instance
             */
            static create(properties: parley.v1.SendReply.$Shape): parley.v1.SendReply & parley.v1.SendReply.$Shape;
            static create(properties?: parley.v1.SendReply.$Properties): parley.v1.SendReply;

            /**
             * Encodes the specified SendReply message. Does not implicitly {@link parley.v1.SendReply.verify|verify} messages.
             * @param message SendReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SendReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SendReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SendReply & parley.v1.SendReply.$Shape} SendReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SendReply & parley.v1.SendReply.$Shape;
        }

        namespace SendReply {

            /** Properties of a SendReply. */
            interface $Properties {

                /** SendReply conversation */
                conversation?: (number|null);

                /** SendReply seq */
                seq?: (number|null);

                /** SendReply timeMs */
                timeMs?: (number|null);

                /** SendReply duplicate */
                duplicate?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendReply. */
            type $Shape = parley.v1.SendReply.$Properties;
        }

        /**
         * Properties of a ScheduleSendRequest.
         * @deprecated Use parley.v1.ScheduleSendRequest.$Properties instead.
         */
        interface IScheduleSendRequest extends parley.v1.ScheduleSendRequest.$Properties {
        }

        /** Represents a ScheduleSendRequest. */
        class ScheduleSendRequest {

            /**
             * Constructs a new ScheduleSendRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ScheduleSendRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ScheduleSendRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** ScheduleSendRequest clientId. */
            clientId: Uint8Array;

            /** ScheduleSendRequest kind. */
            kind: parley.v1.EntryKind;

            /** ScheduleSendRequest refSeq. */
            refSeq: number;

            /** ScheduleSendRequest body. */
            body: Uint8Array;

            /** ScheduleSendRequest atMs. */
            atMs: number;

            /**
             * Creates a new ScheduleSendRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ScheduleSendRequest instance
             */
            static create(properties: parley.v1.ScheduleSendRequest.$Shape): parley.v1.ScheduleSendRequest & parley.v1.ScheduleSendRequest.$Shape;
            static create(properties?: parley.v1.ScheduleSendRequest.$Properties): parley.v1.ScheduleSendRequest;

            /**
             * Encodes the specified ScheduleSendRequest message. Does not implicitly {@link parley.v1.ScheduleSendRequest.verify|verify} messages.
             * @param message ScheduleSendRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ScheduleSendRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScheduleSendRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ScheduleSendRequest & parley.v1.ScheduleSendRequest.$Shape} ScheduleSendRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ScheduleSendRequest & parley.v1.ScheduleSendRequest.$Shape;
        }

        namespace ScheduleSendRequest {

            /** Properties of a ScheduleSendRequest. */
            interface $Properties {

                /** ScheduleSendRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** ScheduleSendRequest clientId */
                clientId?: (Uint8Array|null);

                /** ScheduleSendRequest kind */
                kind?: (parley.v1.EntryKind|null);

                /** ScheduleSendRequest refSeq */
                refSeq?: (number|null);

                /** ScheduleSendRequest body */
                body?: (Uint8Array|null);

                /** ScheduleSendRequest atMs */
                atMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ScheduleSendRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              clientId?: Uint8Array|null;
              kind?: parley.v1.EntryKind|null;
              refSeq?: number|null;
              body?: Uint8Array|null;
              atMs?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ScheduledSend.
         * @deprecated Use parley.v1.ScheduledSend.$Properties instead.
         */
        interface IScheduledSend extends parley.v1.ScheduledSend.$Properties {
        }

        /** Represents a ScheduledSend. */
        class ScheduledSend {

            /**
             * Constructs a new ScheduledSend.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ScheduledSend.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ScheduledSend clientId. */
            clientId: Uint8Array;

            /** ScheduledSend target. */
            target?: (parley.v1.Target.$Properties|null);

            /** ScheduledSend kind. */
            kind: parley.v1.EntryKind;

            /** ScheduledSend refSeq. */
            refSeq: number;

            /** ScheduledSend body. */
            body: Uint8Array;

            /** ScheduledSend atMs. */
            atMs: number;

            /** ScheduledSend createdMs. */
            createdMs: number;

            /** ScheduledSend state. */
            state: parley.v1.ScheduledState;

            /** ScheduledSend error. */
            error: number;

            /**
             * Creates a new ScheduledSend instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ScheduledSend instance
             */
            static create(properties: parley.v1.ScheduledSend.$Shape): parley.v1.ScheduledSend & parley.v1.ScheduledSend.$Shape;
            static create(properties?: parley.v1.ScheduledSend.$Properties): parley.v1.ScheduledSend;

            /**
             * Encodes the specified ScheduledSend message. Does not implicitly {@link parley.v1.ScheduledSend.verify|verify} messages.
             * @param message ScheduledSend message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ScheduledSend.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScheduledSend message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ScheduledSend & parley.v1.ScheduledSend.$Shape} ScheduledSend
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ScheduledSend & parley.v1.ScheduledSend.$Shape;
        }

        namespace ScheduledSend {

            /** Properties of a ScheduledSend. */
            interface $Properties {

                /** ScheduledSend clientId */
                clientId?: (Uint8Array|null);

                /** ScheduledSend target */
                target?: (parley.v1.Target.$Properties|null);

                /** ScheduledSend kind */
                kind?: (parley.v1.EntryKind|null);

                /** ScheduledSend refSeq */
                refSeq?: (number|null);

                /** ScheduledSend body */
                body?: (Uint8Array|null);

                /** ScheduledSend atMs */
                atMs?: (number|null);

                /** ScheduledSend createdMs */
                createdMs?: (number|null);

                /** ScheduledSend state */
                state?: (parley.v1.ScheduledState|null);

                /** ScheduledSend error */
                error?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ScheduledSend. */
            type $Shape = {
              clientId?: Uint8Array|null;
              target?: parley.v1.Target.$Shape|null;
              kind?: parley.v1.EntryKind|null;
              refSeq?: number|null;
              body?: Uint8Array|null;
              atMs?: number|null;
              createdMs?: number|null;
              state?: parley.v1.ScheduledState|null;
              error?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /** ScheduledState enum. */
        enum ScheduledState {

            /** SCHEDULED_STATE_UNSPECIFIED value */
            SCHEDULED_STATE_UNSPECIFIED = 0,

            /** SCHEDULED_STATE_WAITING value */
            SCHEDULED_STATE_WAITING = 1,

            /** SCHEDULED_STATE_FAILED value */
            SCHEDULED_STATE_FAILED = 2
        }

        /**
         * Properties of a ScheduledReply.
         * @deprecated Use parley.v1.ScheduledReply.$Properties instead.
         */
        interface IScheduledReply extends parley.v1.ScheduledReply.$Properties {
        }

        /** Represents a ScheduledReply. */
        class ScheduledReply {

            /**
             * Constructs a new ScheduledReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ScheduledReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ScheduledReply entry. */
            entry?: (parley.v1.AccountEntry.$Properties|null);

            /**
             * Creates a new ScheduledReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ScheduledReply instance
             */
            static create(properties: parley.v1.ScheduledReply.$Shape): parley.v1.ScheduledReply & parley.v1.ScheduledReply.$Shape;
            static create(properties?: parley.v1.ScheduledReply.$Properties): parley.v1.ScheduledReply;

            /**
             * Encodes the specified ScheduledReply message. Does not implicitly {@link parley.v1.ScheduledReply.verify|verify} messages.
             * @param message ScheduledReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ScheduledReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScheduledReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ScheduledReply & parley.v1.ScheduledReply.$Shape} ScheduledReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ScheduledReply & parley.v1.ScheduledReply.$Shape;
        }

        namespace ScheduledReply {

            /** Properties of a ScheduledReply. */
            interface $Properties {

                /** ScheduledReply entry */
                entry?: (parley.v1.AccountEntry.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ScheduledReply. */
            type $Shape = parley.v1.ScheduledReply.$Properties;
        }

        /**
         * Properties of a ChangeScheduledRequest.
         * @deprecated Use parley.v1.ChangeScheduledRequest.$Properties instead.
         */
        interface IChangeScheduledRequest extends parley.v1.ChangeScheduledRequest.$Properties {
        }

        /** Represents a ChangeScheduledRequest. */
        class ChangeScheduledRequest {

            /**
             * Constructs a new ChangeScheduledRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ChangeScheduledRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChangeScheduledRequest clientId. */
            clientId: Uint8Array;

            /** ChangeScheduledRequest atMs. */
            atMs: number;

            /** ChangeScheduledRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new ChangeScheduledRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChangeScheduledRequest instance
             */
            static create(properties: parley.v1.ChangeScheduledRequest.$Shape): parley.v1.ChangeScheduledRequest & parley.v1.ChangeScheduledRequest.$Shape;
            static create(properties?: parley.v1.ChangeScheduledRequest.$Properties): parley.v1.ChangeScheduledRequest;

            /**
             * Encodes the specified ChangeScheduledRequest message. Does not implicitly {@link parley.v1.ChangeScheduledRequest.verify|verify} messages.
             * @param message ChangeScheduledRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ChangeScheduledRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChangeScheduledRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ChangeScheduledRequest & parley.v1.ChangeScheduledRequest.$Shape} ChangeScheduledRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ChangeScheduledRequest & parley.v1.ChangeScheduledRequest.$Shape;
        }

        namespace ChangeScheduledRequest {

            /** Properties of a ChangeScheduledRequest. */
            interface $Properties {

                /** ChangeScheduledRequest clientId */
                clientId?: (Uint8Array|null);

                /** ChangeScheduledRequest atMs */
                atMs?: (number|null);

                /** ChangeScheduledRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChangeScheduledRequest. */
            type $Shape = parley.v1.ChangeScheduledRequest.$Properties;
        }

        /**
         * Properties of a CancelScheduledRequest.
         * @deprecated Use parley.v1.CancelScheduledRequest.$Properties instead.
         */
        interface ICancelScheduledRequest extends parley.v1.CancelScheduledRequest.$Properties {
        }

        /** Represents a CancelScheduledRequest. */
        class CancelScheduledRequest {

            /**
             * Constructs a new CancelScheduledRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CancelScheduledRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CancelScheduledRequest clientId. */
            clientId: Uint8Array;

            /** CancelScheduledRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new CancelScheduledRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CancelScheduledRequest instance
             */
            static create(properties: parley.v1.CancelScheduledRequest.$Shape): parley.v1.CancelScheduledRequest & parley.v1.CancelScheduledRequest.$Shape;
            static create(properties?: parley.v1.CancelScheduledRequest.$Properties): parley.v1.CancelScheduledRequest;

            /**
             * Encodes the specified CancelScheduledRequest message. Does not implicitly {@link parley.v1.CancelScheduledRequest.verify|verify} messages.
             * @param message CancelScheduledRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CancelScheduledRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelScheduledRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CancelScheduledRequest & parley.v1.CancelScheduledRequest.$Shape} CancelScheduledRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CancelScheduledRequest & parley.v1.CancelScheduledRequest.$Shape;
        }

        namespace CancelScheduledRequest {

            /** Properties of a CancelScheduledRequest. */
            interface $Properties {

                /** CancelScheduledRequest clientId */
                clientId?: (Uint8Array|null);

                /** CancelScheduledRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelScheduledRequest. */
            type $Shape = parley.v1.CancelScheduledRequest.$Properties;
        }

        /**
         * Properties of a SendScheduledNowRequest.
         * @deprecated Use parley.v1.SendScheduledNowRequest.$Properties instead.
         */
        interface ISendScheduledNowRequest extends parley.v1.SendScheduledNowRequest.$Properties {
        }

        /** Represents a SendScheduledNowRequest. */
        class SendScheduledNowRequest {

            /**
             * Constructs a new SendScheduledNowRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SendScheduledNowRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SendScheduledNowRequest clientId. */
            clientId: Uint8Array;

            /** SendScheduledNowRequest requestKey. */
            requestKey: Uint8Array;

            /**
             * Creates a new SendScheduledNowRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SendScheduledNowRequest instance
             */
            static create(properties: parley.v1.SendScheduledNowRequest.$Shape): parley.v1.SendScheduledNowRequest & parley.v1.SendScheduledNowRequest.$Shape;
            static create(properties?: parley.v1.SendScheduledNowRequest.$Properties): parley.v1.SendScheduledNowRequest;

            /**
             * Encodes the specified SendScheduledNowRequest message. Does not implicitly {@link parley.v1.SendScheduledNowRequest.verify|verify} messages.
             * @param message SendScheduledNowRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SendScheduledNowRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SendScheduledNowRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SendScheduledNowRequest & parley.v1.SendScheduledNowRequest.$Shape} SendScheduledNowRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SendScheduledNowRequest & parley.v1.SendScheduledNowRequest.$Shape;
        }

        namespace SendScheduledNowRequest {

            /** Properties of a SendScheduledNowRequest. */
            interface $Properties {

                /** SendScheduledNowRequest clientId */
                clientId?: (Uint8Array|null);

                /** SendScheduledNowRequest requestKey */
                requestKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendScheduledNowRequest. */
            type $Shape = parley.v1.SendScheduledNowRequest.$Properties;
        }

        /**
         * Properties of a PullRequest.
         * @deprecated Use parley.v1.PullRequest.$Properties instead.
         */
        interface IPullRequest extends parley.v1.PullRequest.$Properties {
        }

        /** Represents a PullRequest. */
        class PullRequest {

            /**
             * Constructs a new PullRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PullRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PullRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** PullRequest fromSeq. */
            fromSeq: number;

            /** PullRequest limit. */
            limit: number;

            /** PullRequest backward. */
            backward: boolean;

            /**
             * Creates a new PullRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PullRequest instance
             */
            static create(properties: parley.v1.PullRequest.$Shape): parley.v1.PullRequest & parley.v1.PullRequest.$Shape;
            static create(properties?: parley.v1.PullRequest.$Properties): parley.v1.PullRequest;

            /**
             * Encodes the specified PullRequest message. Does not implicitly {@link parley.v1.PullRequest.verify|verify} messages.
             * @param message PullRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PullRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PullRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PullRequest & parley.v1.PullRequest.$Shape} PullRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PullRequest & parley.v1.PullRequest.$Shape;
        }

        namespace PullRequest {

            /** Properties of a PullRequest. */
            interface $Properties {

                /** PullRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** PullRequest fromSeq */
                fromSeq?: (number|null);

                /** PullRequest limit */
                limit?: (number|null);

                /** PullRequest backward */
                backward?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PullRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              fromSeq?: number|null;
              limit?: number|null;
              backward?: boolean|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a PullReply.
         * @deprecated Use parley.v1.PullReply.$Properties instead.
         */
        interface IPullReply extends parley.v1.PullReply.$Properties {
        }

        /** Represents a PullReply. */
        class PullReply {

            /**
             * Constructs a new PullReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PullReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PullReply conversation. */
            conversation: number;

            /** PullReply entries. */
            entries: parley.v1.Entry.$Properties[];

            /** PullReply coveredFrom. */
            coveredFrom: number;

            /** PullReply coveredTo. */
            coveredTo: number;

            /** PullReply headSeq. */
            headSeq: number;

            /** PullReply firstSeq. */
            firstSeq: number;

            /** PullReply changes. */
            changes: parley.v1.Entry.$Properties[];

            /**
             * Creates a new PullReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PullReply instance
             */
            static create(properties: parley.v1.PullReply.$Shape): parley.v1.PullReply & parley.v1.PullReply.$Shape;
            static create(properties?: parley.v1.PullReply.$Properties): parley.v1.PullReply;

            /**
             * Encodes the specified PullReply message. Does not implicitly {@link parley.v1.PullReply.verify|verify} messages.
             * @param message PullReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PullReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PullReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PullReply & parley.v1.PullReply.$Shape} PullReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PullReply & parley.v1.PullReply.$Shape;
        }

        namespace PullReply {

            /** Properties of a PullReply. */
            interface $Properties {

                /** PullReply conversation */
                conversation?: (number|null);

                /** PullReply entries */
                entries?: (parley.v1.Entry.$Properties[]|null);

                /** PullReply coveredFrom */
                coveredFrom?: (number|null);

                /** PullReply coveredTo */
                coveredTo?: (number|null);

                /** PullReply headSeq */
                headSeq?: (number|null);

                /** PullReply firstSeq */
                firstSeq?: (number|null);

                /** PullReply changes */
                changes?: (parley.v1.Entry.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PullReply. */
            type $Shape = parley.v1.PullReply.$Properties;
        }

        /**
         * Properties of a ListPinsRequest.
         * @deprecated Use parley.v1.ListPinsRequest.$Properties instead.
         */
        interface IListPinsRequest extends parley.v1.ListPinsRequest.$Properties {
        }

        /** Represents a ListPinsRequest. */
        class ListPinsRequest {

            /**
             * Constructs a new ListPinsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListPinsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListPinsRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** ListPinsRequest before. */
            before: number;

            /** ListPinsRequest limit. */
            limit: number;

            /**
             * Creates a new ListPinsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListPinsRequest instance
             */
            static create(properties: parley.v1.ListPinsRequest.$Shape): parley.v1.ListPinsRequest & parley.v1.ListPinsRequest.$Shape;
            static create(properties?: parley.v1.ListPinsRequest.$Properties): parley.v1.ListPinsRequest;

            /**
             * Encodes the specified ListPinsRequest message. Does not implicitly {@link parley.v1.ListPinsRequest.verify|verify} messages.
             * @param message ListPinsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListPinsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListPinsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListPinsRequest & parley.v1.ListPinsRequest.$Shape} ListPinsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListPinsRequest & parley.v1.ListPinsRequest.$Shape;
        }

        namespace ListPinsRequest {

            /** Properties of a ListPinsRequest. */
            interface $Properties {

                /** ListPinsRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** ListPinsRequest before */
                before?: (number|null);

                /** ListPinsRequest limit */
                limit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListPinsRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              before?: number|null;
              limit?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ListPinsReply.
         * @deprecated Use parley.v1.ListPinsReply.$Properties instead.
         */
        interface IListPinsReply extends parley.v1.ListPinsReply.$Properties {
        }

        /** Represents a ListPinsReply. */
        class ListPinsReply {

            /**
             * Constructs a new ListPinsReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListPinsReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListPinsReply entries. */
            entries: parley.v1.Entry.$Properties[];

            /** ListPinsReply more. */
            more: boolean;

            /**
             * Creates a new ListPinsReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListPinsReply instance
             */
            static create(properties: parley.v1.ListPinsReply.$Shape): parley.v1.ListPinsReply & parley.v1.ListPinsReply.$Shape;
            static create(properties?: parley.v1.ListPinsReply.$Properties): parley.v1.ListPinsReply;

            /**
             * Encodes the specified ListPinsReply message. Does not implicitly {@link parley.v1.ListPinsReply.verify|verify} messages.
             * @param message ListPinsReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListPinsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListPinsReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListPinsReply & parley.v1.ListPinsReply.$Shape} ListPinsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListPinsReply & parley.v1.ListPinsReply.$Shape;
        }

        namespace ListPinsReply {

            /** Properties of a ListPinsReply. */
            interface $Properties {

                /** ListPinsReply entries */
                entries?: (parley.v1.Entry.$Properties[]|null);

                /** ListPinsReply more */
                more?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListPinsReply. */
            type $Shape = parley.v1.ListPinsReply.$Properties;
        }

        /**
         * Properties of a ReceivedNote.
         * @deprecated Use parley.v1.ReceivedNote.$Properties instead.
         */
        interface IReceivedNote extends parley.v1.ReceivedNote.$Properties {
        }

        /** Represents a ReceivedNote. */
        class ReceivedNote {

            /**
             * Constructs a new ReceivedNote.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ReceivedNote.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReceivedNote target. */
            target?: (parley.v1.Target.$Properties|null);

            /** ReceivedNote upTo. */
            upTo: number;

            /**
             * Creates a new ReceivedNote instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReceivedNote instance
             */
            static create(properties: parley.v1.ReceivedNote.$Shape): parley.v1.ReceivedNote & parley.v1.ReceivedNote.$Shape;
            static create(properties?: parley.v1.ReceivedNote.$Properties): parley.v1.ReceivedNote;

            /**
             * Encodes the specified ReceivedNote message. Does not implicitly {@link parley.v1.ReceivedNote.verify|verify} messages.
             * @param message ReceivedNote message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ReceivedNote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReceivedNote message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ReceivedNote & parley.v1.ReceivedNote.$Shape} ReceivedNote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ReceivedNote & parley.v1.ReceivedNote.$Shape;
        }

        namespace ReceivedNote {

            /** Properties of a ReceivedNote. */
            interface $Properties {

                /** ReceivedNote target */
                target?: (parley.v1.Target.$Properties|null);

                /** ReceivedNote upTo */
                upTo?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReceivedNote. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              upTo?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ReadNote.
         * @deprecated Use parley.v1.ReadNote.$Properties instead.
         */
        interface IReadNote extends parley.v1.ReadNote.$Properties {
        }

        /** Represents a ReadNote. */
        class ReadNote {

            /**
             * Constructs a new ReadNote.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ReadNote.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReadNote target. */
            target?: (parley.v1.Target.$Properties|null);

            /** ReadNote upTo. */
            upTo: number;

            /**
             * Creates a new ReadNote instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReadNote instance
             */
            static create(properties: parley.v1.ReadNote.$Shape): parley.v1.ReadNote & parley.v1.ReadNote.$Shape;
            static create(properties?: parley.v1.ReadNote.$Properties): parley.v1.ReadNote;

            /**
             * Encodes the specified ReadNote message. Does not implicitly {@link parley.v1.ReadNote.verify|verify} messages.
             * @param message ReadNote message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ReadNote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReadNote message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ReadNote & parley.v1.ReadNote.$Shape} ReadNote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ReadNote & parley.v1.ReadNote.$Shape;
        }

        namespace ReadNote {

            /** Properties of a ReadNote. */
            interface $Properties {

                /** ReadNote target */
                target?: (parley.v1.Target.$Properties|null);

                /** ReadNote upTo */
                upTo?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReadNote. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              upTo?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a TypingNote.
         * @deprecated Use parley.v1.TypingNote.$Properties instead.
         */
        interface ITypingNote extends parley.v1.TypingNote.$Properties {
        }

        /** Represents a TypingNote. */
        class TypingNote {

            /**
             * Constructs a new TypingNote.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TypingNote.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TypingNote target. */
            target?: (parley.v1.Target.$Properties|null);

            /** TypingNote stopped. */
            stopped: boolean;

            /**
             * Creates a new TypingNote instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TypingNote instance
             */
            static create(properties: parley.v1.TypingNote.$Shape): parley.v1.TypingNote & parley.v1.TypingNote.$Shape;
            static create(properties?: parley.v1.TypingNote.$Properties): parley.v1.TypingNote;

            /**
             * Encodes the specified TypingNote message. Does not implicitly {@link parley.v1.TypingNote.verify|verify} messages.
             * @param message TypingNote message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TypingNote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TypingNote message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TypingNote & parley.v1.TypingNote.$Shape} TypingNote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TypingNote & parley.v1.TypingNote.$Shape;
        }

        namespace TypingNote {

            /** Properties of a TypingNote. */
            interface $Properties {

                /** TypingNote target */
                target?: (parley.v1.Target.$Properties|null);

                /** TypingNote stopped */
                stopped?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TypingNote. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              stopped?: boolean|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an EntryPush.
         * @deprecated Use parley.v1.EntryPush.$Properties instead.
         */
        interface IEntryPush extends parley.v1.EntryPush.$Properties {
        }

        /** Represents an EntryPush. */
        class EntryPush {

            /**
             * Constructs a new EntryPush.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EntryPush.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EntryPush conversation. */
            conversation: number;

            /** EntryPush entry. */
            entry?: (parley.v1.Entry.$Properties|null);

            /** EntryPush headSeq. */
            headSeq: number;

            /** EntryPush changes. */
            changes: parley.v1.Entry.$Properties[];

            /**
             * Creates a new EntryPush instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EntryPush instance
             */
            static create(properties: parley.v1.EntryPush.$Shape): parley.v1.EntryPush & parley.v1.EntryPush.$Shape;
            static create(properties?: parley.v1.EntryPush.$Properties): parley.v1.EntryPush;

            /**
             * Encodes the specified EntryPush message. Does not implicitly {@link parley.v1.EntryPush.verify|verify} messages.
             * @param message EntryPush message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EntryPush.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EntryPush message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EntryPush & parley.v1.EntryPush.$Shape} EntryPush
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EntryPush & parley.v1.EntryPush.$Shape;
        }

        namespace EntryPush {

            /** Properties of an EntryPush. */
            interface $Properties {

                /** EntryPush conversation */
                conversation?: (number|null);

                /** EntryPush entry */
                entry?: (parley.v1.Entry.$Properties|null);

                /** EntryPush headSeq */
                headSeq?: (number|null);

                /** EntryPush changes */
                changes?: (parley.v1.Entry.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EntryPush. */
            type $Shape = parley.v1.EntryPush.$Properties;
        }

        /**
         * Properties of a CursorPush.
         * @deprecated Use parley.v1.CursorPush.$Properties instead.
         */
        interface ICursorPush extends parley.v1.CursorPush.$Properties {
        }

        /** Represents a CursorPush. */
        class CursorPush {

            /**
             * Constructs a new CursorPush.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CursorPush.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CursorPush conversation. */
            conversation: number;

            /** CursorPush account. */
            account: number;

            /** CursorPush delivered. */
            delivered: number;

            /** CursorPush read. */
            read: number;

            /**
             * Creates a new CursorPush instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CursorPush instance
             */
            static create(properties: parley.v1.CursorPush.$Shape): parley.v1.CursorPush & parley.v1.CursorPush.$Shape;
            static create(properties?: parley.v1.CursorPush.$Properties): parley.v1.CursorPush;

            /**
             * Encodes the specified CursorPush message. Does not implicitly {@link parley.v1.CursorPush.verify|verify} messages.
             * @param message CursorPush message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CursorPush.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CursorPush message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CursorPush & parley.v1.CursorPush.$Shape} CursorPush
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CursorPush & parley.v1.CursorPush.$Shape;
        }

        namespace CursorPush {

            /** Properties of a CursorPush. */
            interface $Properties {

                /** CursorPush conversation */
                conversation?: (number|null);

                /** CursorPush account */
                account?: (number|null);

                /** CursorPush delivered */
                delivered?: (number|null);

                /** CursorPush read */
                read?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CursorPush. */
            type $Shape = parley.v1.CursorPush.$Properties;
        }

        /**
         * Properties of a TypingPush.
         * @deprecated Use parley.v1.TypingPush.$Properties instead.
         */
        interface ITypingPush extends parley.v1.TypingPush.$Properties {
        }

        /** Represents a TypingPush. */
        class TypingPush {

            /**
             * Constructs a new TypingPush.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TypingPush.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TypingPush conversation. */
            conversation: number;

            /** TypingPush account. */
            account: number;

            /** TypingPush stopped. */
            stopped: boolean;

            /**
             * Creates a new TypingPush instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TypingPush instance
             */
            static create(properties: parley.v1.TypingPush.$Shape): parley.v1.TypingPush & parley.v1.TypingPush.$Shape;
            static create(properties?: parley.v1.TypingPush.$Properties): parley.v1.TypingPush;

            /**
             * Encodes the specified TypingPush message. Does not implicitly {@link parley.v1.TypingPush.verify|verify} messages.
             * @param message TypingPush message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TypingPush.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TypingPush message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TypingPush & parley.v1.TypingPush.$Shape} TypingPush
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TypingPush & parley.v1.TypingPush.$Shape;
        }

        namespace TypingPush {

            /** Properties of a TypingPush. */
            interface $Properties {

                /** TypingPush conversation */
                conversation?: (number|null);

                /** TypingPush account */
                account?: (number|null);

                /** TypingPush stopped */
                stopped?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TypingPush. */
            type $Shape = parley.v1.TypingPush.$Properties;
        }

        /**
         * Properties of an OwnState.
         * @deprecated Use parley.v1.OwnState.$Properties instead.
         */
        interface IOwnState extends parley.v1.OwnState.$Properties {
        }

        /** Represents an OwnState. */
        class OwnState {

            /**
             * Constructs a new OwnState.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.OwnState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OwnState version. */
            version: number;

            /** OwnState pinned. */
            pinned: number;

            /** OwnState mutedUntilMs. */
            mutedUntilMs: number;

            /** OwnState unreadBelow. */
            unreadBelow: number;

            /** OwnState archivedBelow. */
            archivedBelow: number;

            /** OwnState hiddenBelow. */
            hiddenBelow: number;

            /**
             * Creates a new OwnState instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OwnState instance
             */
            static create(properties: parley.v1.OwnState.$Shape): parley.v1.OwnState & parley.v1.OwnState.$Shape;
            static create(properties?: parley.v1.OwnState.$Properties): parley.v1.OwnState;

            /**
             * Encodes the specified OwnState message. Does not implicitly {@link parley.v1.OwnState.verify|verify} messages.
             * @param message OwnState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.OwnState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OwnState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.OwnState & parley.v1.OwnState.$Shape} OwnState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.OwnState & parley.v1.OwnState.$Shape;
        }

        namespace OwnState {

            /** Properties of an OwnState. */
            interface $Properties {

                /** OwnState version */
                version?: (number|null);

                /** OwnState pinned */
                pinned?: (number|null);

                /** OwnState mutedUntilMs */
                mutedUntilMs?: (number|null);

                /** OwnState unreadBelow */
                unreadBelow?: (number|null);

                /** OwnState archivedBelow */
                archivedBelow?: (number|null);

                /** OwnState hiddenBelow */
                hiddenBelow?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OwnState. */
            type $Shape = parley.v1.OwnState.$Properties;
        }

        /**
         * Properties of a SetConversationRequest.
         * @deprecated Use parley.v1.SetConversationRequest.$Properties instead.
         */
        interface ISetConversationRequest extends parley.v1.SetConversationRequest.$Properties {
        }

        /** Represents a SetConversationRequest. */
        class SetConversationRequest {

            /**
             * Constructs a new SetConversationRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SetConversationRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetConversationRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** SetConversationRequest pinned. */
            pinned?: (boolean|null);

            /** SetConversationRequest mutedUntilMs. */
            mutedUntilMs?: (number|null);

            /** SetConversationRequest markedUnread. */
            markedUnread?: (boolean|null);

            /** SetConversationRequest archived. */
            archived?: (boolean|null);

            /** SetConversationRequest hidden. */
            hidden?: (boolean|null);

            /** SetConversationRequest headCount. */
            headCount: number;

            /** SetConversationRequest readUpTo. */
            readUpTo: number;

            /**
             * Creates a new SetConversationRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetConversationRequest instance
             */
            static create(properties: parley.v1.SetConversationRequest.$Shape): parley.v1.SetConversationRequest & parley.v1.SetConversationRequest.$Shape;
            static create(properties?: parley.v1.SetConversationRequest.$Properties): parley.v1.SetConversationRequest;

            /**
             * Encodes the specified SetConversationRequest message. Does not implicitly {@link parley.v1.SetConversationRequest.verify|verify} messages.
             * @param message SetConversationRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SetConversationRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetConversationRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SetConversationRequest & parley.v1.SetConversationRequest.$Shape} SetConversationRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SetConversationRequest & parley.v1.SetConversationRequest.$Shape;
        }

        namespace SetConversationRequest {

            /** Properties of a SetConversationRequest. */
            interface $Properties {

                /** SetConversationRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** SetConversationRequest pinned */
                pinned?: (boolean|null);

                /** SetConversationRequest mutedUntilMs */
                mutedUntilMs?: (number|null);

                /** SetConversationRequest markedUnread */
                markedUnread?: (boolean|null);

                /** SetConversationRequest archived */
                archived?: (boolean|null);

                /** SetConversationRequest hidden */
                hidden?: (boolean|null);

                /** SetConversationRequest headCount */
                headCount?: (number|null);

                /** SetConversationRequest readUpTo */
                readUpTo?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetConversationRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              pinned?: boolean|null;
              mutedUntilMs?: number|null;
              markedUnread?: boolean|null;
              archived?: boolean|null;
              hidden?: boolean|null;
              headCount?: number|null;
              readUpTo?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an OrderPinnedRequest.
         * @deprecated Use parley.v1.OrderPinnedRequest.$Properties instead.
         */
        interface IOrderPinnedRequest extends parley.v1.OrderPinnedRequest.$Properties {
        }

        /** Represents an OrderPinnedRequest. */
        class OrderPinnedRequest {

            /**
             * Constructs a new OrderPinnedRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.OrderPinnedRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OrderPinnedRequest conversations. */
            conversations: number[];

            /**
             * Creates a new OrderPinnedRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OrderPinnedRequest instance
             */
            static create(properties: parley.v1.OrderPinnedRequest.$Shape): parley.v1.OrderPinnedRequest & parley.v1.OrderPinnedRequest.$Shape;
            static create(properties?: parley.v1.OrderPinnedRequest.$Properties): parley.v1.OrderPinnedRequest;

            /**
             * Encodes the specified OrderPinnedRequest message. Does not implicitly {@link parley.v1.OrderPinnedRequest.verify|verify} messages.
             * @param message OrderPinnedRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.OrderPinnedRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OrderPinnedRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.OrderPinnedRequest & parley.v1.OrderPinnedRequest.$Shape} OrderPinnedRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.OrderPinnedRequest & parley.v1.OrderPinnedRequest.$Shape;
        }

        namespace OrderPinnedRequest {

            /** Properties of an OrderPinnedRequest. */
            interface $Properties {

                /** OrderPinnedRequest conversations */
                conversations?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OrderPinnedRequest. */
            type $Shape = parley.v1.OrderPinnedRequest.$Properties;
        }

        /**
         * Properties of a ConversationOwnState.
         * @deprecated Use parley.v1.ConversationOwnState.$Properties instead.
         */
        interface IConversationOwnState extends parley.v1.ConversationOwnState.$Properties {
        }

        /** Represents a ConversationOwnState. */
        class ConversationOwnState {

            /**
             * Constructs a new ConversationOwnState.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ConversationOwnState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConversationOwnState conversation. */
            conversation: number;

            /** ConversationOwnState own. */
            own?: (parley.v1.OwnState.$Properties|null);

            /**
             * Creates a new ConversationOwnState instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConversationOwnState instance
             */
            static create(properties: parley.v1.ConversationOwnState.$Shape): parley.v1.ConversationOwnState & parley.v1.ConversationOwnState.$Shape;
            static create(properties?: parley.v1.ConversationOwnState.$Properties): parley.v1.ConversationOwnState;

            /**
             * Encodes the specified ConversationOwnState message. Does not implicitly {@link parley.v1.ConversationOwnState.verify|verify} messages.
             * @param message ConversationOwnState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ConversationOwnState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConversationOwnState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ConversationOwnState & parley.v1.ConversationOwnState.$Shape} ConversationOwnState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ConversationOwnState & parley.v1.ConversationOwnState.$Shape;
        }

        namespace ConversationOwnState {

            /** Properties of a ConversationOwnState. */
            interface $Properties {

                /** ConversationOwnState conversation */
                conversation?: (number|null);

                /** ConversationOwnState own */
                own?: (parley.v1.OwnState.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConversationOwnState. */
            type $Shape = parley.v1.ConversationOwnState.$Properties;
        }

        /**
         * Properties of an OwnStates.
         * @deprecated Use parley.v1.OwnStates.$Properties instead.
         */
        interface IOwnStates extends parley.v1.OwnStates.$Properties {
        }

        /** Represents an OwnStates. */
        class OwnStates {

            /**
             * Constructs a new OwnStates.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.OwnStates.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OwnStates states. */
            states: parley.v1.ConversationOwnState.$Properties[];

            /**
             * Creates a new OwnStates instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OwnStates instance
             */
            static create(properties: parley.v1.OwnStates.$Shape): parley.v1.OwnStates & parley.v1.OwnStates.$Shape;
            static create(properties?: parley.v1.OwnStates.$Properties): parley.v1.OwnStates;

            /**
             * Encodes the specified OwnStates message. Does not implicitly {@link parley.v1.OwnStates.verify|verify} messages.
             * @param message OwnStates message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.OwnStates.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OwnStates message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.OwnStates & parley.v1.OwnStates.$Shape} OwnStates
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.OwnStates & parley.v1.OwnStates.$Shape;
        }

        namespace OwnStates {

            /** Properties of an OwnStates. */
            interface $Properties {

                /** OwnStates states */
                states?: (parley.v1.ConversationOwnState.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OwnStates. */
            type $Shape = parley.v1.OwnStates.$Properties;
        }

        /**
         * Properties of a DeleteForMeRequest.
         * @deprecated Use parley.v1.DeleteForMeRequest.$Properties instead.
         */
        interface IDeleteForMeRequest extends parley.v1.DeleteForMeRequest.$Properties {
        }

        /** Represents a DeleteForMeRequest. */
        class DeleteForMeRequest {

            /**
             * Constructs a new DeleteForMeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.DeleteForMeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteForMeRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** DeleteForMeRequest seqs. */
            seqs: number[];

            /** DeleteForMeRequest upTo. */
            upTo: number;

            /**
             * Creates a new DeleteForMeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteForMeRequest instance
             */
            static create(properties: parley.v1.DeleteForMeRequest.$Shape): parley.v1.DeleteForMeRequest & parley.v1.DeleteForMeRequest.$Shape;
            static create(properties?: parley.v1.DeleteForMeRequest.$Properties): parley.v1.DeleteForMeRequest;

            /**
             * Encodes the specified DeleteForMeRequest message. Does not implicitly {@link parley.v1.DeleteForMeRequest.verify|verify} messages.
             * @param message DeleteForMeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.DeleteForMeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteForMeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.DeleteForMeRequest & parley.v1.DeleteForMeRequest.$Shape} DeleteForMeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.DeleteForMeRequest & parley.v1.DeleteForMeRequest.$Shape;
        }

        namespace DeleteForMeRequest {

            /** Properties of a DeleteForMeRequest. */
            interface $Properties {

                /** DeleteForMeRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** DeleteForMeRequest seqs */
                seqs?: (number[]|null);

                /** DeleteForMeRequest upTo */
                upTo?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteForMeRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              seqs?: number[]|null;
              upTo?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a DeleteForMeReply.
         * @deprecated Use parley.v1.DeleteForMeReply.$Properties instead.
         */
        interface IDeleteForMeReply extends parley.v1.DeleteForMeReply.$Properties {
        }

        /** Represents a DeleteForMeReply. */
        class DeleteForMeReply {

            /**
             * Constructs a new DeleteForMeReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.DeleteForMeReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteForMeReply entry. */
            entry?: (parley.v1.AccountEntry.$Properties|null);

            /**
             * Creates a new DeleteForMeReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteForMeReply instance
             */
            static create(properties: parley.v1.DeleteForMeReply.$Shape): parley.v1.DeleteForMeReply & parley.v1.DeleteForMeReply.$Shape;
            static create(properties?: parley.v1.DeleteForMeReply.$Properties): parley.v1.DeleteForMeReply;

            /**
             * Encodes the specified DeleteForMeReply message. Does not implicitly {@link parley.v1.DeleteForMeReply.verify|verify} messages.
             * @param message DeleteForMeReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.DeleteForMeReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteForMeReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.DeleteForMeReply & parley.v1.DeleteForMeReply.$Shape} DeleteForMeReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.DeleteForMeReply & parley.v1.DeleteForMeReply.$Shape;
        }

        namespace DeleteForMeReply {

            /** Properties of a DeleteForMeReply. */
            interface $Properties {

                /** DeleteForMeReply entry */
                entry?: (parley.v1.AccountEntry.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteForMeReply. */
            type $Shape = parley.v1.DeleteForMeReply.$Properties;
        }

        /**
         * Properties of a DeletedEntries.
         * @deprecated Use parley.v1.DeletedEntries.$Properties instead.
         */
        interface IDeletedEntries extends parley.v1.DeletedEntries.$Properties {
        }

        /** Represents a DeletedEntries. */
        class DeletedEntries {

            /**
             * Constructs a new DeletedEntries.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.DeletedEntries.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeletedEntries ranges. */
            ranges: parley.v1.SeqRange.$Properties[];

            /**
             * Creates a new DeletedEntries instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeletedEntries instance
             */
            static create(properties: parley.v1.DeletedEntries.$Shape): parley.v1.DeletedEntries & parley.v1.DeletedEntries.$Shape;
            static create(properties?: parley.v1.DeletedEntries.$Properties): parley.v1.DeletedEntries;

            /**
             * Encodes the specified DeletedEntries message. Does not implicitly {@link parley.v1.DeletedEntries.verify|verify} messages.
             * @param message DeletedEntries message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.DeletedEntries.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeletedEntries message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.DeletedEntries & parley.v1.DeletedEntries.$Shape} DeletedEntries
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.DeletedEntries & parley.v1.DeletedEntries.$Shape;
        }

        namespace DeletedEntries {

            /** Properties of a DeletedEntries. */
            interface $Properties {

                /** DeletedEntries ranges */
                ranges?: (parley.v1.SeqRange.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeletedEntries. */
            type $Shape = parley.v1.DeletedEntries.$Properties;
        }

        /**
         * Properties of a SeqRange.
         * @deprecated Use parley.v1.SeqRange.$Properties instead.
         */
        interface ISeqRange extends parley.v1.SeqRange.$Properties {
        }

        /** Represents a SeqRange. */
        class SeqRange {

            /**
             * Constructs a new SeqRange.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SeqRange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SeqRange fromSeq. */
            fromSeq: number;

            /** SeqRange toSeq. */
            toSeq: number;

            /**
             * Creates a new SeqRange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SeqRange instance
             */
            static create(properties: parley.v1.SeqRange.$Shape): parley.v1.SeqRange & parley.v1.SeqRange.$Shape;
            static create(properties?: parley.v1.SeqRange.$Properties): parley.v1.SeqRange;

            /**
             * Encodes the specified SeqRange message. Does not implicitly {@link parley.v1.SeqRange.verify|verify} messages.
             * @param message SeqRange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SeqRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SeqRange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SeqRange & parley.v1.SeqRange.$Shape} SeqRange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SeqRange & parley.v1.SeqRange.$Shape;
        }

        namespace SeqRange {

            /** Properties of a SeqRange. */
            interface $Properties {

                /** SeqRange fromSeq */
                fromSeq?: (number|null);

                /** SeqRange toSeq */
                toSeq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SeqRange. */
            type $Shape = parley.v1.SeqRange.$Properties;
        }

        /**
         * Properties of a SubscribePresenceRequest.
         * @deprecated Use parley.v1.SubscribePresenceRequest.$Properties instead.
         */
        interface ISubscribePresenceRequest extends parley.v1.SubscribePresenceRequest.$Properties {
        }

        /** Represents a SubscribePresenceRequest. */
        class SubscribePresenceRequest {

            /**
             * Constructs a new SubscribePresenceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SubscribePresenceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubscribePresenceRequest accounts. */
            accounts: number[];

            /**
             * Creates a new SubscribePresenceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubscribePresenceRequest instance
             */
            static create(properties: parley.v1.SubscribePresenceRequest.$Shape): parley.v1.SubscribePresenceRequest & parley.v1.SubscribePresenceRequest.$Shape;
            static create(properties?: parley.v1.SubscribePresenceRequest.$Properties): parley.v1.SubscribePresenceRequest;

            /**
             * Encodes the specified SubscribePresenceRequest message. Does not implicitly {@link parley.v1.SubscribePresenceRequest.verify|verify} messages.
             * @param message SubscribePresenceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SubscribePresenceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubscribePresenceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SubscribePresenceRequest & parley.v1.SubscribePresenceRequest.$Shape} SubscribePresenceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SubscribePresenceRequest & parley.v1.SubscribePresenceRequest.$Shape;
        }

        namespace SubscribePresenceRequest {

            /** Properties of a SubscribePresenceRequest. */
            interface $Properties {

                /** SubscribePresenceRequest accounts */
                accounts?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SubscribePresenceRequest. */
            type $Shape = parley.v1.SubscribePresenceRequest.$Properties;
        }

        /**
         * Properties of a Presence.
         * @deprecated Use parley.v1.Presence.$Properties instead.
         */
        interface IPresence extends parley.v1.Presence.$Properties {
        }

        /** Represents a Presence. */
        class Presence {

            /**
             * Constructs a new Presence.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Presence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Presence account. */
            account: number;

            /** Presence online. */
            online: boolean;

            /** Presence lastSeenMs. */
            lastSeenMs: number;

            /** Presence status. */
            status: parley.v1.PresenceStatus;

            /** Presence deviceClasses. */
            deviceClasses: number;

            /**
             * Creates a new Presence instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Presence instance
             */
            static create(properties: parley.v1.Presence.$Shape): parley.v1.Presence & parley.v1.Presence.$Shape;
            static create(properties?: parley.v1.Presence.$Properties): parley.v1.Presence;

            /**
             * Encodes the specified Presence message. Does not implicitly {@link parley.v1.Presence.verify|verify} messages.
             * @param message Presence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Presence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Presence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Presence & parley.v1.Presence.$Shape} Presence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Presence & parley.v1.Presence.$Shape;
        }

        namespace Presence {

            /** Properties of a Presence. */
            interface $Properties {

                /** Presence account */
                account?: (number|null);

                /** Presence online */
                online?: (boolean|null);

                /** Presence lastSeenMs */
                lastSeenMs?: (number|null);

                /** Presence status */
                status?: (parley.v1.PresenceStatus|null);

                /** Presence deviceClasses */
                deviceClasses?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Presence. */
            type $Shape = parley.v1.Presence.$Properties;
        }

        /**
         * Properties of a SubscribePresenceReply.
         * @deprecated Use parley.v1.SubscribePresenceReply.$Properties instead.
         */
        interface ISubscribePresenceReply extends parley.v1.SubscribePresenceReply.$Properties {
        }

        /** Represents a SubscribePresenceReply. */
        class SubscribePresenceReply {

            /**
             * Constructs a new SubscribePresenceReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SubscribePresenceReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubscribePresenceReply presences. */
            presences: parley.v1.Presence.$Properties[];

            /**
             * Creates a new SubscribePresenceReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubscribePresenceReply instance
             */
            static create(properties: parley.v1.SubscribePresenceReply.$Shape): parley.v1.SubscribePresenceReply & parley.v1.SubscribePresenceReply.$Shape;
            static create(properties?: parley.v1.SubscribePresenceReply.$Properties): parley.v1.SubscribePresenceReply;

            /**
             * Encodes the specified SubscribePresenceReply message. Does not implicitly {@link parley.v1.SubscribePresenceReply.verify|verify} messages.
             * @param message SubscribePresenceReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SubscribePresenceReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubscribePresenceReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SubscribePresenceReply & parley.v1.SubscribePresenceReply.$Shape} SubscribePresenceReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SubscribePresenceReply & parley.v1.SubscribePresenceReply.$Shape;
        }

        namespace SubscribePresenceReply {

            /** Properties of a SubscribePresenceReply. */
            interface $Properties {

                /** SubscribePresenceReply presences */
                presences?: (parley.v1.Presence.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SubscribePresenceReply. */
            type $Shape = parley.v1.SubscribePresenceReply.$Properties;
        }

        /**
         * Properties of a GetPresencesRequest.
         * @deprecated Use parley.v1.GetPresencesRequest.$Properties instead.
         */
        interface IGetPresencesRequest extends parley.v1.GetPresencesRequest.$Properties {
        }

        /** Represents a GetPresencesRequest. */
        class GetPresencesRequest {

            /**
             * Constructs a new GetPresencesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetPresencesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetPresencesRequest accounts. */
            accounts: number[];

            /**
             * Creates a new GetPresencesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPresencesRequest instance
             */
            static create(properties: parley.v1.GetPresencesRequest.$Shape): parley.v1.GetPresencesRequest & parley.v1.GetPresencesRequest.$Shape;
            static create(properties?: parley.v1.GetPresencesRequest.$Properties): parley.v1.GetPresencesRequest;

            /**
             * Encodes the specified GetPresencesRequest message. Does not implicitly {@link parley.v1.GetPresencesRequest.verify|verify} messages.
             * @param message GetPresencesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetPresencesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPresencesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetPresencesRequest & parley.v1.GetPresencesRequest.$Shape} GetPresencesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetPresencesRequest & parley.v1.GetPresencesRequest.$Shape;
        }

        namespace GetPresencesRequest {

            /** Properties of a GetPresencesRequest. */
            interface $Properties {

                /** GetPresencesRequest accounts */
                accounts?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPresencesRequest. */
            type $Shape = parley.v1.GetPresencesRequest.$Properties;
        }

        /**
         * Properties of a GetPresencesReply.
         * @deprecated Use parley.v1.GetPresencesReply.$Properties instead.
         */
        interface IGetPresencesReply extends parley.v1.GetPresencesReply.$Properties {
        }

        /** Represents a GetPresencesReply. */
        class GetPresencesReply {

            /**
             * Constructs a new GetPresencesReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetPresencesReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetPresencesReply presences. */
            presences: parley.v1.Presence.$Properties[];

            /**
             * Creates a new GetPresencesReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPresencesReply instance
             */
            static create(properties: parley.v1.GetPresencesReply.$Shape): parley.v1.GetPresencesReply & parley.v1.GetPresencesReply.$Shape;
            static create(properties?: parley.v1.GetPresencesReply.$Properties): parley.v1.GetPresencesReply;

            /**
             * Encodes the specified GetPresencesReply message. Does not implicitly {@link parley.v1.GetPresencesReply.verify|verify} messages.
             * @param message GetPresencesReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetPresencesReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPresencesReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetPresencesReply & parley.v1.GetPresencesReply.$Shape} GetPresencesReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetPresencesReply & parley.v1.GetPresencesReply.$Shape;
        }

        namespace GetPresencesReply {

            /** Properties of a GetPresencesReply. */
            interface $Properties {

                /** GetPresencesReply presences */
                presences?: (parley.v1.Presence.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPresencesReply. */
            type $Shape = parley.v1.GetPresencesReply.$Properties;
        }

        /**
         * Properties of a PresencePush.
         * @deprecated Use parley.v1.PresencePush.$Properties instead.
         */
        interface IPresencePush extends parley.v1.PresencePush.$Properties {
        }

        /** Represents a PresencePush. */
        class PresencePush {

            /**
             * Constructs a new PresencePush.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PresencePush.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresencePush presences. */
            presences: parley.v1.Presence.$Properties[];

            /**
             * Creates a new PresencePush instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresencePush instance
             */
            static create(properties: parley.v1.PresencePush.$Shape): parley.v1.PresencePush & parley.v1.PresencePush.$Shape;
            static create(properties?: parley.v1.PresencePush.$Properties): parley.v1.PresencePush;

            /**
             * Encodes the specified PresencePush message. Does not implicitly {@link parley.v1.PresencePush.verify|verify} messages.
             * @param message PresencePush message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PresencePush.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresencePush message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PresencePush & parley.v1.PresencePush.$Shape} PresencePush
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PresencePush & parley.v1.PresencePush.$Shape;
        }

        namespace PresencePush {

            /** Properties of a PresencePush. */
            interface $Properties {

                /** PresencePush presences */
                presences?: (parley.v1.Presence.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresencePush. */
            type $Shape = parley.v1.PresencePush.$Properties;
        }

        /**
         * Properties of a SearchMessagesRequest.
         * @deprecated Use parley.v1.SearchMessagesRequest.$Properties instead.
         */
        interface ISearchMessagesRequest extends parley.v1.SearchMessagesRequest.$Properties {
        }

        /** Represents a SearchMessagesRequest. */
        class SearchMessagesRequest {

            /**
             * Constructs a new SearchMessagesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SearchMessagesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SearchMessagesRequest text. */
            text: string;

            /** SearchMessagesRequest within. */
            within?: (parley.v1.Target.$Properties|null);

            /** SearchMessagesRequest sender. */
            sender: number;

            /** SearchMessagesRequest kinds. */
            kinds: number[];

            /** SearchMessagesRequest fromMs. */
            fromMs: number;

            /** SearchMessagesRequest toMs. */
            toMs: number;

            /** SearchMessagesRequest limit. */
            limit: number;

            /** SearchMessagesRequest page. */
            page: Uint8Array;

            /**
             * Creates a new SearchMessagesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SearchMessagesRequest instance
             */
            static create(properties: parley.v1.SearchMessagesRequest.$Shape): parley.v1.SearchMessagesRequest & parley.v1.SearchMessagesRequest.$Shape;
            static create(properties?: parley.v1.SearchMessagesRequest.$Properties): parley.v1.SearchMessagesRequest;

            /**
             * Encodes the specified SearchMessagesRequest message. Does not implicitly {@link parley.v1.SearchMessagesRequest.verify|verify} messages.
             * @param message SearchMessagesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SearchMessagesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SearchMessagesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SearchMessagesRequest & parley.v1.SearchMessagesRequest.$Shape} SearchMessagesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SearchMessagesRequest & parley.v1.SearchMessagesRequest.$Shape;
        }

        namespace SearchMessagesRequest {

            /** Properties of a SearchMessagesRequest. */
            interface $Properties {

                /** SearchMessagesRequest text */
                text?: (string|null);

                /** SearchMessagesRequest within */
                within?: (parley.v1.Target.$Properties|null);

                /** SearchMessagesRequest sender */
                sender?: (number|null);

                /** SearchMessagesRequest kinds */
                kinds?: (number[]|null);

                /** SearchMessagesRequest fromMs */
                fromMs?: (number|null);

                /** SearchMessagesRequest toMs */
                toMs?: (number|null);

                /** SearchMessagesRequest limit */
                limit?: (number|null);

                /** SearchMessagesRequest page */
                page?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SearchMessagesRequest. */
            type $Shape = {
              text?: string|null;
              within?: parley.v1.Target.$Shape|null;
              sender?: number|null;
              kinds?: number[]|null;
              fromMs?: number|null;
              toMs?: number|null;
              limit?: number|null;
              page?: Uint8Array|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a SearchMessagesReply.
         * @deprecated Use parley.v1.SearchMessagesReply.$Properties instead.
         */
        interface ISearchMessagesReply extends parley.v1.SearchMessagesReply.$Properties {
        }

        /** Represents a SearchMessagesReply. */
        class SearchMessagesReply {

            /**
             * Constructs a new SearchMessagesReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SearchMessagesReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SearchMessagesReply found. */
            found: parley.v1.FoundEntry.$Properties[];

            /** SearchMessagesReply nextPage. */
            nextPage: Uint8Array;

            /** SearchMessagesReply profiles. */
            profiles: parley.v1.Profile.$Properties[];

            /** SearchMessagesReply behind. */
            behind: boolean;

            /**
             * Creates a new SearchMessagesReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SearchMessagesReply instance
             */
            static create(properties: parley.v1.SearchMessagesReply.$Shape): parley.v1.SearchMessagesReply & parley.v1.SearchMessagesReply.$Shape;
            static create(properties?: parley.v1.SearchMessagesReply.$Properties): parley.v1.SearchMessagesReply;

            /**
             * Encodes the specified SearchMessagesReply message. Does not implicitly {@link parley.v1.SearchMessagesReply.verify|verify} messages.
             * @param message SearchMessagesReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SearchMessagesReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SearchMessagesReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SearchMessagesReply & parley.v1.SearchMessagesReply.$Shape} SearchMessagesReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SearchMessagesReply & parley.v1.SearchMessagesReply.$Shape;
        }

        namespace SearchMessagesReply {

            /** Properties of a SearchMessagesReply. */
            interface $Properties {

                /** SearchMessagesReply found */
                found?: (parley.v1.FoundEntry.$Properties[]|null);

                /** SearchMessagesReply nextPage */
                nextPage?: (Uint8Array|null);

                /** SearchMessagesReply profiles */
                profiles?: (parley.v1.Profile.$Properties[]|null);

                /** SearchMessagesReply behind */
                behind?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SearchMessagesReply. */
            type $Shape = parley.v1.SearchMessagesReply.$Properties;
        }

        /**
         * Properties of a FoundEntry.
         * @deprecated Use parley.v1.FoundEntry.$Properties instead.
         */
        interface IFoundEntry extends parley.v1.FoundEntry.$Properties {
        }

        /** Represents a FoundEntry. */
        class FoundEntry {

            /**
             * Constructs a new FoundEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.FoundEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FoundEntry conversation. */
            conversation: number;

            /** FoundEntry entry. */
            entry?: (parley.v1.Entry.$Properties|null);

            /**
             * Creates a new FoundEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FoundEntry instance
             */
            static create(properties: parley.v1.FoundEntry.$Shape): parley.v1.FoundEntry & parley.v1.FoundEntry.$Shape;
            static create(properties?: parley.v1.FoundEntry.$Properties): parley.v1.FoundEntry;

            /**
             * Encodes the specified FoundEntry message. Does not implicitly {@link parley.v1.FoundEntry.verify|verify} messages.
             * @param message FoundEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.FoundEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FoundEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.FoundEntry & parley.v1.FoundEntry.$Shape} FoundEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.FoundEntry & parley.v1.FoundEntry.$Shape;
        }

        namespace FoundEntry {

            /** Properties of a FoundEntry. */
            interface $Properties {

                /** FoundEntry conversation */
                conversation?: (number|null);

                /** FoundEntry entry */
                entry?: (parley.v1.Entry.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FoundEntry. */
            type $Shape = parley.v1.FoundEntry.$Properties;
        }

        /**
         * Properties of a SearchNamesRequest.
         * @deprecated Use parley.v1.SearchNamesRequest.$Properties instead.
         */
        interface ISearchNamesRequest extends parley.v1.SearchNamesRequest.$Properties {
        }

        /** Represents a SearchNamesRequest. */
        class SearchNamesRequest {

            /**
             * Constructs a new SearchNamesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SearchNamesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SearchNamesRequest text. */
            text: string;

            /** SearchNamesRequest limit. */
            limit: number;

            /**
             * Creates a new SearchNamesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SearchNamesRequest instance
             */
            static create(properties: parley.v1.SearchNamesRequest.$Shape): parley.v1.SearchNamesRequest & parley.v1.SearchNamesRequest.$Shape;
            static create(properties?: parley.v1.SearchNamesRequest.$Properties): parley.v1.SearchNamesRequest;

            /**
             * Encodes the specified SearchNamesRequest message. Does not implicitly {@link parley.v1.SearchNamesRequest.verify|verify} messages.
             * @param message SearchNamesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SearchNamesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SearchNamesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SearchNamesRequest & parley.v1.SearchNamesRequest.$Shape} SearchNamesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SearchNamesRequest & parley.v1.SearchNamesRequest.$Shape;
        }

        namespace SearchNamesRequest {

            /** Properties of a SearchNamesRequest. */
            interface $Properties {

                /** SearchNamesRequest text */
                text?: (string|null);

                /** SearchNamesRequest limit */
                limit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SearchNamesRequest. */
            type $Shape = parley.v1.SearchNamesRequest.$Properties;
        }

        /**
         * Properties of a SearchNamesReply.
         * @deprecated Use parley.v1.SearchNamesReply.$Properties instead.
         */
        interface ISearchNamesReply extends parley.v1.SearchNamesReply.$Properties {
        }

        /** Represents a SearchNamesReply. */
        class SearchNamesReply {

            /**
             * Constructs a new SearchNamesReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SearchNamesReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SearchNamesReply names. */
            names: parley.v1.FoundName.$Properties[];

            /**
             * Creates a new SearchNamesReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SearchNamesReply instance
             */
            static create(properties: parley.v1.SearchNamesReply.$Shape): parley.v1.SearchNamesReply & parley.v1.SearchNamesReply.$Shape;
            static create(properties?: parley.v1.SearchNamesReply.$Properties): parley.v1.SearchNamesReply;

            /**
             * Encodes the specified SearchNamesReply message. Does not implicitly {@link parley.v1.SearchNamesReply.verify|verify} messages.
             * @param message SearchNamesReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SearchNamesReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SearchNamesReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SearchNamesReply & parley.v1.SearchNamesReply.$Shape} SearchNamesReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SearchNamesReply & parley.v1.SearchNamesReply.$Shape;
        }

        namespace SearchNamesReply {

            /** Properties of a SearchNamesReply. */
            interface $Properties {

                /** SearchNamesReply names */
                names?: (parley.v1.FoundName.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SearchNamesReply. */
            type $Shape = parley.v1.SearchNamesReply.$Properties;
        }

        /**
         * Properties of a FoundName.
         * @deprecated Use parley.v1.FoundName.$Properties instead.
         */
        interface IFoundName extends parley.v1.FoundName.$Properties {
        }

        /** Represents a FoundName. */
        class FoundName {

            /**
             * Constructs a new FoundName.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.FoundName.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FoundName conversation. */
            conversation: number;

            /** FoundName profile. */
            profile?: (parley.v1.Profile.$Properties|null);

            /** FoundName groupName. */
            groupName: string;

            /** FoundName remark. */
            remark: string;

            /**
             * Creates a new FoundName instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FoundName instance
             */
            static create(properties: parley.v1.FoundName.$Shape): parley.v1.FoundName & parley.v1.FoundName.$Shape;
            static create(properties?: parley.v1.FoundName.$Properties): parley.v1.FoundName;

            /**
             * Encodes the specified FoundName message. Does not implicitly {@link parley.v1.FoundName.verify|verify} messages.
             * @param message FoundName message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.FoundName.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FoundName message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.FoundName & parley.v1.FoundName.$Shape} FoundName
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.FoundName & parley.v1.FoundName.$Shape;
        }

        namespace FoundName {

            /** Properties of a FoundName. */
            interface $Properties {

                /** FoundName conversation */
                conversation?: (number|null);

                /** FoundName profile */
                profile?: (parley.v1.Profile.$Properties|null);

                /** FoundName groupName */
                groupName?: (string|null);

                /** FoundName remark */
                remark?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FoundName. */
            type $Shape = parley.v1.FoundName.$Properties;
        }

        /** ConversationKind enum. */
        enum ConversationKind {

            /** CONVERSATION_KIND_UNSPECIFIED value */
            CONVERSATION_KIND_UNSPECIFIED = 0,

            /** CONVERSATION_KIND_DIRECT value */
            CONVERSATION_KIND_DIRECT = 1,

            /** CONVERSATION_KIND_GROUP value */
            CONVERSATION_KIND_GROUP = 2,

            /** CONVERSATION_KIND_ENQUIRY value */
            CONVERSATION_KIND_ENQUIRY = 3,

            /** CONVERSATION_KIND_NOTICE value */
            CONVERSATION_KIND_NOTICE = 4
        }

        /**
         * Properties of a SyncRequest.
         * @deprecated Use parley.v1.SyncRequest.$Properties instead.
         */
        interface ISyncRequest extends parley.v1.SyncRequest.$Properties {
        }

        /** Represents a SyncRequest. */
        class SyncRequest {

            /**
             * Constructs a new SyncRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SyncRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SyncRequest token. */
            token: Uint8Array;

            /** SyncRequest page. */
            page: Uint8Array;

            /** SyncRequest entriesPerConversation. */
            entriesPerConversation: number;

            /** SyncRequest conversationsMax. */
            conversationsMax: number;

            /**
             * Creates a new SyncRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SyncRequest instance
             */
            static create(properties: parley.v1.SyncRequest.$Shape): parley.v1.SyncRequest & parley.v1.SyncRequest.$Shape;
            static create(properties?: parley.v1.SyncRequest.$Properties): parley.v1.SyncRequest;

            /**
             * Encodes the specified SyncRequest message. Does not implicitly {@link parley.v1.SyncRequest.verify|verify} messages.
             * @param message SyncRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SyncRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SyncRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SyncRequest & parley.v1.SyncRequest.$Shape} SyncRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SyncRequest & parley.v1.SyncRequest.$Shape;
        }

        namespace SyncRequest {

            /** Properties of a SyncRequest. */
            interface $Properties {

                /** SyncRequest token */
                token?: (Uint8Array|null);

                /** SyncRequest page */
                page?: (Uint8Array|null);

                /** SyncRequest entriesPerConversation */
                entriesPerConversation?: (number|null);

                /** SyncRequest conversationsMax */
                conversationsMax?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SyncRequest. */
            type $Shape = parley.v1.SyncRequest.$Properties;
        }

        /**
         * Properties of a SyncReply.
         * @deprecated Use parley.v1.SyncReply.$Properties instead.
         */
        interface ISyncReply extends parley.v1.SyncReply.$Properties {
        }

        /** Represents a SyncReply. */
        class SyncReply {

            /**
             * Constructs a new SyncReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SyncReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SyncReply generation. */
            generation: Uint8Array;

            /** SyncReply token. */
            token: Uint8Array;

            /** SyncReply nextPage. */
            nextPage: Uint8Array;

            /** SyncReply full. */
            full: boolean;

            /** SyncReply accountEntries. */
            accountEntries: parley.v1.AccountEntry.$Properties[];

            /** SyncReply conversations. */
            conversations: parley.v1.Conversation.$Properties[];

            /** SyncReply profiles. */
            profiles: parley.v1.Profile.$Properties[];

            /**
             * Creates a new SyncReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SyncReply instance
             */
            static create(properties: parley.v1.SyncReply.$Shape): parley.v1.SyncReply & parley.v1.SyncReply.$Shape;
            static create(properties?: parley.v1.SyncReply.$Properties): parley.v1.SyncReply;

            /**
             * Encodes the specified SyncReply message. Does not implicitly {@link parley.v1.SyncReply.verify|verify} messages.
             * @param message SyncReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SyncReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SyncReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SyncReply & parley.v1.SyncReply.$Shape} SyncReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SyncReply & parley.v1.SyncReply.$Shape;
        }

        namespace SyncReply {

            /** Properties of a SyncReply. */
            interface $Properties {

                /** SyncReply generation */
                generation?: (Uint8Array|null);

                /** SyncReply token */
                token?: (Uint8Array|null);

                /** SyncReply nextPage */
                nextPage?: (Uint8Array|null);

                /** SyncReply full */
                full?: (boolean|null);

                /** SyncReply accountEntries */
                accountEntries?: (parley.v1.AccountEntry.$Properties[]|null);

                /** SyncReply conversations */
                conversations?: (parley.v1.Conversation.$Properties[]|null);

                /** SyncReply profiles */
                profiles?: (parley.v1.Profile.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SyncReply. */
            type $Shape = parley.v1.SyncReply.$Properties;
        }

        /**
         * Properties of a Conversation.
         * @deprecated Use parley.v1.Conversation.$Properties instead.
         */
        interface IConversation extends parley.v1.Conversation.$Properties {
        }

        /** Represents a Conversation. */
        class Conversation {

            /**
             * Constructs a new Conversation.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Conversation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Conversation conversation. */
            conversation: number;

            /** Conversation kind. */
            kind: parley.v1.ConversationKind;

            /** Conversation headSeq. */
            headSeq: number;

            /** Conversation headCount. */
            headCount: number;

            /** Conversation firstSeq. */
            firstSeq: number;

            /** Conversation headTimeMs. */
            headTimeMs: number;

            /** Conversation delivered. */
            delivered: number;

            /** Conversation read. */
            read: number;

            /** Conversation unread. */
            unread: number;

            /** Conversation peer. */
            peer: number;

            /** Conversation peerDelivered. */
            peerDelivered: number;

            /** Conversation peerRead. */
            peerRead: number;

            /** Conversation entries. */
            entries: parley.v1.Entry.$Properties[];

            /** Conversation left. */
            left: boolean;

            /** Conversation changes. */
            changes: parley.v1.Entry.$Properties[];

            /** Conversation group. */
            group?: (parley.v1.Group.$Properties|null);

            /** Conversation mentioned. */
            mentioned: number;

            /** Conversation own. */
            own?: (parley.v1.OwnState.$Properties|null);

            /**
             * Creates a new Conversation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Conversation instance
             */
            static create(properties: parley.v1.Conversation.$Shape): parley.v1.Conversation & parley.v1.Conversation.$Shape;
            static create(properties?: parley.v1.Conversation.$Properties): parley.v1.Conversation;

            /**
             * Encodes the specified Conversation message. Does not implicitly {@link parley.v1.Conversation.verify|verify} messages.
             * @param message Conversation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Conversation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Conversation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Conversation & parley.v1.Conversation.$Shape} Conversation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Conversation & parley.v1.Conversation.$Shape;
        }

        namespace Conversation {

            /** Properties of a Conversation. */
            interface $Properties {

                /** Conversation conversation */
                conversation?: (number|null);

                /** Conversation kind */
                kind?: (parley.v1.ConversationKind|null);

                /** Conversation headSeq */
                headSeq?: (number|null);

                /** Conversation headCount */
                headCount?: (number|null);

                /** Conversation firstSeq */
                firstSeq?: (number|null);

                /** Conversation headTimeMs */
                headTimeMs?: (number|null);

                /** Conversation delivered */
                delivered?: (number|null);

                /** Conversation read */
                read?: (number|null);

                /** Conversation unread */
                unread?: (number|null);

                /** Conversation peer */
                peer?: (number|null);

                /** Conversation peerDelivered */
                peerDelivered?: (number|null);

                /** Conversation peerRead */
                peerRead?: (number|null);

                /** Conversation entries */
                entries?: (parley.v1.Entry.$Properties[]|null);

                /** Conversation left */
                left?: (boolean|null);

                /** Conversation changes */
                changes?: (parley.v1.Entry.$Properties[]|null);

                /** Conversation group */
                group?: (parley.v1.Group.$Properties|null);

                /** Conversation mentioned */
                mentioned?: (number|null);

                /** Conversation own */
                own?: (parley.v1.OwnState.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Conversation. */
            type $Shape = parley.v1.Conversation.$Properties;
        }

        /**
         * Properties of a GetConversationRequest.
         * @deprecated Use parley.v1.GetConversationRequest.$Properties instead.
         */
        interface IGetConversationRequest extends parley.v1.GetConversationRequest.$Properties {
        }

        /** Represents a GetConversationRequest. */
        class GetConversationRequest {

            /**
             * Constructs a new GetConversationRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetConversationRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetConversationRequest target. */
            target?: (parley.v1.Target.$Properties|null);

            /** GetConversationRequest entries. */
            entries: number;

            /**
             * Creates a new GetConversationRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetConversationRequest instance
             */
            static create(properties: parley.v1.GetConversationRequest.$Shape): parley.v1.GetConversationRequest & parley.v1.GetConversationRequest.$Shape;
            static create(properties?: parley.v1.GetConversationRequest.$Properties): parley.v1.GetConversationRequest;

            /**
             * Encodes the specified GetConversationRequest message. Does not implicitly {@link parley.v1.GetConversationRequest.verify|verify} messages.
             * @param message GetConversationRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetConversationRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetConversationRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetConversationRequest & parley.v1.GetConversationRequest.$Shape} GetConversationRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetConversationRequest & parley.v1.GetConversationRequest.$Shape;
        }

        namespace GetConversationRequest {

            /** Properties of a GetConversationRequest. */
            interface $Properties {

                /** GetConversationRequest target */
                target?: (parley.v1.Target.$Properties|null);

                /** GetConversationRequest entries */
                entries?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetConversationRequest. */
            type $Shape = {
              target?: parley.v1.Target.$Shape|null;
              entries?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a GetConversationReply.
         * @deprecated Use parley.v1.GetConversationReply.$Properties instead.
         */
        interface IGetConversationReply extends parley.v1.GetConversationReply.$Properties {
        }

        /** Represents a GetConversationReply. */
        class GetConversationReply {

            /**
             * Constructs a new GetConversationReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GetConversationReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetConversationReply conversation. */
            conversation?: (parley.v1.Conversation.$Properties|null);

            /** GetConversationReply profiles. */
            profiles: parley.v1.Profile.$Properties[];

            /**
             * Creates a new GetConversationReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetConversationReply instance
             */
            static create(properties: parley.v1.GetConversationReply.$Shape): parley.v1.GetConversationReply & parley.v1.GetConversationReply.$Shape;
            static create(properties?: parley.v1.GetConversationReply.$Properties): parley.v1.GetConversationReply;

            /**
             * Encodes the specified GetConversationReply message. Does not implicitly {@link parley.v1.GetConversationReply.verify|verify} messages.
             * @param message GetConversationReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GetConversationReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetConversationReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GetConversationReply & parley.v1.GetConversationReply.$Shape} GetConversationReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GetConversationReply & parley.v1.GetConversationReply.$Shape;
        }

        namespace GetConversationReply {

            /** Properties of a GetConversationReply. */
            interface $Properties {

                /** GetConversationReply conversation */
                conversation?: (parley.v1.Conversation.$Properties|null);

                /** GetConversationReply profiles */
                profiles?: (parley.v1.Profile.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetConversationReply. */
            type $Shape = parley.v1.GetConversationReply.$Properties;
        }

        /**
         * Properties of a SyncHintPush.
         * @deprecated Use parley.v1.SyncHintPush.$Properties instead.
         */
        interface ISyncHintPush extends parley.v1.SyncHintPush.$Properties {
        }

        /** Represents a SyncHintPush. */
        class SyncHintPush {

            /**
             * Constructs a new SyncHintPush.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SyncHintPush.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new SyncHintPush instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SyncHintPush instance
             */
            static create(properties: parley.v1.SyncHintPush.$Shape): parley.v1.SyncHintPush & parley.v1.SyncHintPush.$Shape;
            static create(properties?: parley.v1.SyncHintPush.$Properties): parley.v1.SyncHintPush;

            /**
             * Encodes the specified SyncHintPush message. Does not implicitly {@link parley.v1.SyncHintPush.verify|verify} messages.
             * @param message SyncHintPush message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SyncHintPush.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SyncHintPush message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SyncHintPush & parley.v1.SyncHintPush.$Shape} SyncHintPush
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SyncHintPush & parley.v1.SyncHintPush.$Shape;
        }

        namespace SyncHintPush {

            /** Properties of a SyncHintPush. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SyncHintPush. */
            type $Shape = parley.v1.SyncHintPush.$Properties;
        }
    }
}
