namespace Overflight.Feeds.Asterix;

/// <summary>
/// The frames in which some radar networks send data blocks: two octets with the frame's length, four more of
/// the line's own, then one block.
/// </summary>
internal static class OradisFrame
{
    public const int HeaderOctets = 6;

    /// <summary>How long the frame at the start of some data is, 0 where there is none.</summary>
    public static int Length(ReadOnlySpan<byte> data)
    {
        if (data.Length < HeaderOctets + Categories.HeaderOctets)
            return 0;
        var length = Octets.Unsigned16(data);
        return length <= data.Length && length == HeaderOctets + Octets.Unsigned16(data[(HeaderOctets + 1)..]) && Categories.IsKnown(data[HeaderOctets]) ? length : 0;
    }

    /// <summary>Whether a datagram is made of such frames.</summary>
    public static bool Fill(ReadOnlySpan<byte> datagram)
    {
        var found = false;
        while (Length(datagram) is > 0 and var length)
        {
            found = true;
            datagram = datagram[length..];
        }
        return found && datagram.IsEmpty;
    }
}
