using System.Text;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Commands;

namespace Overflight.Mavlink.Vehicles;

/// <summary>The camera of a vehicle, a component of its own (MAVLink guide, "Camera Protocol v2").</summary>
internal sealed class CameraServer : IDisposable
{
    private const float ZoomRange = 2;

    private readonly MavlinkNode _node;
    private readonly IVehicle _vehicle;
    private readonly ICamera _camera;
    private readonly MessageStreams _streams;
    private readonly CommandServer _commands;

    public CameraServer(MavlinkNode node, IVehicle vehicle, ICamera camera)
    {
        _node = node;
        _vehicle = vehicle;
        _camera = camera;
        _streams = new(node.Time);
        _streams.Add(Heartbeat.Info.Id, TimeSpan.FromSeconds(1), () => Send(new Heartbeat { Type = MavType.Camera, Autopilot = MavAutopilot.Invalid, SystemStatus = MavState.Active }));
        _streams.Add(CameraInformation.Info.Id, TimeSpan.Zero, () => Send(Information()));
        _streams.Add(CameraSettings.Info.Id, TimeSpan.Zero, () => Send(Settings()));
        _streams.Add(CameraCaptureStatus.Info.Id, TimeSpan.FromSeconds(1), () => Send(CaptureStatus()));
        _streams.Add(VideoStreamInformation.Info.Id, TimeSpan.Zero, () => camera.Description.StreamUri is { } uri && Send(StreamInformation(uri)));
        _commands = new(node, (c, _) => new(CarryOut(c)), c => !c.IsBroadcast || Knows(c.Command));
    }

    public void Tick() => _streams.Tick();

    public void Dispose() => _commands.Dispose();

    /// <summary>Whether a command is one for cameras.</summary>
    public static bool Knows(MavCmd command) => command is
        MavCmd.ImageStartCapture or MavCmd.ImageStopCapture or MavCmd.VideoStartCapture or MavCmd.VideoStopCapture or MavCmd.SetCameraZoom
        or MavCmd.RequestCameraInformation or MavCmd.RequestCameraSettings or MavCmd.RequestCameraCaptureStatus or MavCmd.RequestVideoStreamInformation;

    private CommandReply CarryOut(CommandRequest c) => c.Command switch
    {
        MavCmd.RequestMessage => Request((uint)c.Param1),
        MavCmd.RequestCameraInformation => Request(CameraInformation.Info.Id),
        MavCmd.RequestCameraSettings => Request(CameraSettings.Info.Id),
        MavCmd.RequestCameraCaptureStatus => Request(CameraCaptureStatus.Info.Id),
        MavCmd.RequestVideoStreamInformation => Request(VideoStreamInformation.Info.Id),
        MavCmd.SetMessageInterval => _streams.SetInterval((uint)c.Param1, Interval(c.Param2)) ? CommandReply.Accepted : CommandReply.Denied,
        MavCmd.ImageStartCapture when c.Param2 is not >= 0 and not float.NaN || c.Param3 is < 0 or > int.MaxValue => CommandReply.Denied,
        MavCmd.ImageStartCapture => Tell(_camera.TakeImages(TimeSpan.FromSeconds(float.IsNaN(c.Param2) ? 0 : c.Param2), float.IsNaN(c.Param3) ? 1 : (int)c.Param3)),
        MavCmd.ImageStopCapture => Tell(_camera.StopImages()),
        MavCmd.VideoStartCapture => Tell(_camera.StartVideo()),
        MavCmd.VideoStopCapture => Tell(_camera.StopVideo()),
        MavCmd.SetCameraZoom when !_camera.Description.CanZoom || c.Param1 != ZoomRange => CommandReply.Unsupported,
        MavCmd.SetCameraZoom => c.Param2 is >= 0 and <= 100 ? Tell(_camera.Zoom(c.Param2)) : CommandReply.Denied,
        _ => CommandReply.Unsupported,
    };

    internal static TimeSpan? Interval(float microseconds) => microseconds switch
    {
        > 0 => TimeSpan.FromMicroseconds(microseconds),
        -1 => TimeSpan.Zero,
        _ => null,
    };

    private CommandReply Request(uint id) => _streams.SendNow(id) ? CommandReply.Accepted : CommandReply.Denied;

    private CommandReply Tell(VehicleAnswer answer)
    {
        if (answer.Result == MavResult.Accepted)
            Send(CaptureStatus());
        return new(answer.Result);
    }

    private bool Send<T>(in T message) where T : struct, IMavlinkMessage<T>
    {
        _node.Send(message);
        return true;
    }

    private CameraInformation Information()
    {
        var d = _camera.Description;
        return new()
        {
            TimeBootMs = Telemetry.Boot(_vehicle.State),
            VendorName = Name(d.Vendor),
            ModelName = Name(d.Model),
            FocalLength = (float)d.FocalLengthMillimetres,
            SensorSizeH = (float)d.SensorWidthMillimetres,
            SensorSizeV = (float)d.SensorHeightMillimetres,
            ResolutionH = Units.UInt16(d.Width),
            ResolutionV = Units.UInt16(d.Height),
            Flags = CameraCapFlags.CaptureImage | CameraCapFlags.CaptureVideo | CameraCapFlags.CanCaptureImageInVideoMode
                | (d.CanZoom ? CameraCapFlags.HasBasicZoom : 0) | (d.StreamUri is null ? 0 : CameraCapFlags.HasVideoStream),
            GimbalDeviceId = _vehicle.Gimbal is null ? (byte)0 : (byte)MavComponent.Gimbal,
        };
    }

    private CameraSettings Settings() => new()
    {
        TimeBootMs = Telemetry.Boot(_vehicle.State),
        ModeId = CameraMode.Video,
        ZoomLevel = (float)_camera.State.ZoomPercent,
        FocusLevel = float.NaN,
    };

    private CameraCaptureStatus CaptureStatus()
    {
        var s = _camera.State;
        return new()
        {
            TimeBootMs = Telemetry.Boot(_vehicle.State),
            ImageStatus = s.IsTakingSeries ? (byte)2 : (byte)0,
            VideoStatus = s.RecordingFor is null ? (byte)0 : (byte)1,
            ImageInterval = s.IsTakingSeries ? (float)s.SeriesInterval.TotalSeconds : 0,
            RecordingTimeMs = Units.UInt32(s.RecordingFor?.TotalMilliseconds ?? 0),
            AvailableCapacity = (float)s.AvailableMebibytes,
            ImageCount = s.ImagesTaken,
        };
    }

    private VideoStreamInformation StreamInformation(string uri)
    {
        var d = _camera.Description;
        return new()
        {
            StreamId = 1,
            Count = 1,
            Type = uri.StartsWith("rtsp:", StringComparison.Ordinal) ? VideoStreamType.Rtsp : VideoStreamType.MpegTs,
            Flags = VideoStreamStatusFlags.Running,
            ResolutionH = Units.UInt16(d.Width),
            ResolutionV = Units.UInt16(d.Height),
            Hfov = Units.UInt16(d.HorizontalFieldOfView),
            Name = d.Model,
            Uri = uri,
            Encoding = VideoStreamEncoding.H264,
        };
    }

    private static byte[] Name(string name) => Encoding.UTF8.GetBytes(name) is { Length: > 32 } longer ? longer[..32] : Encoding.UTF8.GetBytes(name);
}
