namespace Overflight.Mavlink.Messages;

/// <summary>A message that reads and writes its payload.</summary>
/// <typeparam name="TSelf">The message itself.</typeparam>
public interface IMavlinkMessage<TSelf> where TSelf : struct, IMavlinkMessage<TSelf>
{
    /// <summary>Its row of the table.</summary>
    static abstract MessageInfo Info { get; }

    /// <summary>Reads a payload. One that is shorter has zeros behind it (MAVLink 2 leaves them away, MAVLink 1 the extensions); of one that is longer the rest is not known.</summary>
    static abstract TSelf Read(ReadOnlySpan<byte> payload);

    /// <summary>Writes the whole payload, zeros included: <see cref="MessageInfo.Length"/> bytes.</summary>
    /// <exception cref="ArgumentException">An array is longer than its field.</exception>
    void Write(Span<byte> payload);
}
