using System.Diagnostics.CodeAnalysis;
using Overflight.Mavlink.Framing;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Links;

/// <summary>A frame that a link let through.</summary>
public sealed class MavlinkFrame
{
    private readonly byte[] _payload;

    internal MavlinkFrame(FrameView frame, bool isVerified)
    {
        Info = frame.Info;
        SystemId = frame.SystemId;
        ComponentId = frame.ComponentId;
        Sequence = frame.Sequence;
        IsVerified = isVerified;
        _payload = frame.Payload.ToArray();
    }

    /// <summary>Its message.</summary>
    public MessageInfo Info { get; }

    /// <summary>System that sent it.</summary>
    public byte SystemId { get; }

    /// <summary>Component that sent it.</summary>
    public byte ComponentId { get; }

    /// <summary>Number that its sender counts up.</summary>
    public byte Sequence { get; }

    /// <summary>Whether its signature was found true.</summary>
    public bool IsVerified { get; }

    /// <summary>The payload, zeros at its end left away.</summary>
    public ReadOnlySpan<byte> Payload => _payload;

    /// <summary>The system that it is for; 0: all.</summary>
    public byte TargetSystem => At(Info.TargetSystemOffset);

    /// <summary>The component that it is for; 0: all.</summary>
    public byte TargetComponent => At(Info.TargetComponentOffset);

    /// <summary>Reads the message if it is of this type.</summary>
    public bool Is<T>([MaybeNullWhen(false)] out T message) where T : struct, IMavlinkMessage<T>
    {
        var matches = Info == T.Info;
        message = matches ? T.Read(_payload) : default;
        return matches;
    }

    /// <summary>Whether it is for a component: by name, or for all.</summary>
    public bool IsFor(byte systemId, byte componentId) =>
        (TargetSystem == 0 || TargetSystem == systemId) && (TargetComponent == 0 || TargetComponent == componentId);

    /// <inheritdoc/>
    public override string ToString() => $"{Info} from {SystemId}/{ComponentId}";

    private byte At(int offset) => offset >= 0 && offset < _payload.Length ? _payload[offset] : (byte)0;
}
