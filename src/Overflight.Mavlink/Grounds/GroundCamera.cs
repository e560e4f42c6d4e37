using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Commands;

namespace Overflight.Mavlink.Grounds;

/// <summary>A camera of a vehicle as the ground sees it (MAVLink guide, "Camera Protocol v2").</summary>
/// <param name="node">Who asks.</param>
/// <param name="system">The vehicle's system.</param>
/// <param name="component">The camera's component: 100 for the first.</param>
/// <param name="patience">How long to wait for each answer, and how often to ask again.</param>
public sealed class GroundCamera(MavlinkNode node, byte system, byte component = (byte)MavComponent.Camera, Patience? patience = null)
{
    private const float ZoomRange = 2;

    private readonly Patience _patience = patience ?? Patience.Standard;
    private readonly CommandClient _commands = new(node, patience);

    /// <summary>Asks for a message of the camera: CAMERA_INFORMATION, CAMERA_CAPTURE_STATUS, VIDEO_STREAM_INFORMATION …</summary>
    /// <exception cref="MavlinkException">It never came, or the camera refused.</exception>
    public async Task<T> RequestAsync<T>(CancellationToken cancellation = default) where T : struct, IMavlinkMessage<T>
    {
        using var replies = new Replies<T>(node.Time).From<T>(node, system, component, m => m);
        for (var attempt = 0; attempt <= _patience.Retries; attempt++)
        {
            var reply = await SendAsync(MavCmd.RequestMessage, T.Info.Id, 0, 0, cancellation).ConfigureAwait(false);
            if (!reply.IsAccepted)
                throw new MavlinkException($"{system}/{component} does not tell {T.Info}: {reply.Result}");
            if (await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var message))
                return message;
        }
        throw new MavlinkException($"{system}/{component} never told {T.Info}");
    }

    /// <summary>Takes images.</summary>
    /// <param name="interval">Between two of them; zero: one alone.</param>
    /// <param name="count">How many; 0: until told otherwise.</param>
    /// <param name="sequence">Number of the image, from 1, where one alone is taken: what is repeated is taken once.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> TakeImagesAsync(TimeSpan interval, int count, int sequence = 0, CancellationToken cancellation = default) => _commands.SendAsync(new CommandLong
    {
        TargetSystem = system,
        TargetComponent = component,
        Command = MavCmd.ImageStartCapture,
        Param2 = (float)interval.TotalSeconds,
        Param3 = count,
        Param4 = sequence,
    }, cancellation: cancellation);

    /// <summary>Ends a series of images.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> StopImagesAsync(CancellationToken cancellation = default) => SendAsync(MavCmd.ImageStopCapture, 0, 0, 0, cancellation);

    /// <summary>Begins to record video.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> StartVideoAsync(CancellationToken cancellation = default) => SendAsync(MavCmd.VideoStartCapture, 0, 1, 0, cancellation);

    /// <summary>Ends the recording.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> StopVideoAsync(CancellationToken cancellation = default) => SendAsync(MavCmd.VideoStopCapture, 0, 0, 0, cancellation);

    /// <summary>Zooms.</summary>
    /// <param name="percent">0: widest, 100: narrowest.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> ZoomAsync(float percent, CancellationToken cancellation = default) => SendAsync(MavCmd.SetCameraZoom, ZoomRange, percent, 0, cancellation);

    private Task<CommandReply> SendAsync(MavCmd command, float param1, float param2, float param3, CancellationToken cancellation) => _commands.SendAsync(
        new CommandLong { TargetSystem = system, TargetComponent = component, Command = command, Param1 = param1, Param2 = param2, Param3 = param3 }, cancellation: cancellation);
}
