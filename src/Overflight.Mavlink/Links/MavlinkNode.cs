using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Links;

/// <summary>A component of a system on a link: it sends under its ids, and hears what is for it or for all.</summary>
/// <param name="link">The link.</param>
/// <param name="systemId">Its system, 1 to 255; ground stations take 255 by custom.</param>
/// <param name="componentId">Its component, 1 to 255.</param>
public sealed class MavlinkNode(MavlinkLink link, byte systemId, byte componentId)
{
    /// <summary>The link.</summary>
    public MavlinkLink Link => link;

    /// <summary>Its system.</summary>
    public byte SystemId => systemId;

    /// <summary>Its component.</summary>
    public byte ComponentId => componentId;

    /// <summary>Tells the time.</summary>
    public TimeProvider Time => link.Time;

    /// <summary>Sends a message.</summary>
    /// <exception cref="ArgumentException">An array of the message is longer than its field.</exception>
    public void Send<T>(in T message) where T : struct, IMavlinkMessage<T> => link.Send(message, systemId, componentId);

    /// <summary>Has messages of a type handed to a subscriber, until what is returned is disposed: those for this component or for all.</summary>
    public IDisposable On<T>(Action<MavlinkFrame, T> subscriber) where T : struct, IMavlinkMessage<T> => link.Subscribe(frame =>
    {
        if (Hears(frame) && frame.Is<T>(out var message))
            subscriber(frame, message);
    });

    /// <summary>Whether a frame is for this component or for all, and not its own.</summary>
    public bool Hears(MavlinkFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return frame.IsFor(systemId, componentId) && (frame.SystemId, frame.ComponentId) != (systemId, componentId);
    }
}
