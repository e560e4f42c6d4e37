using Microsoft.Win32.SafeHandles;

namespace Overflight.Geodesy.Terrain;

/// <summary>Bytes from any place of a file.</summary>
internal static class FileBytes
{
    /// <summary>Fills a span from an offset on; fewer bytes than wanted only at the end of the file.</summary>
    public static int Read(SafeFileHandle handle, long offset, Span<byte> bytes)
    {
        var read = 0;
        while (read < bytes.Length)
        {
            var count = RandomAccess.Read(handle, bytes[read..], offset + read);
            if (count == 0)
                break;
            read += count;
        }
        return read;
    }
}
