using System.Security.Cryptography;

namespace Overflight.Cli.Records;

/// <summary>SHA-256 of a file of any size, in flat memory.</summary>
internal static class StreamedHash
{
    private const int BufferBytes = 1 << 18;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onBytes">Called with the bytes done, and those that the file had when it was opened.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>64 small hexadecimal digits, and the bytes that were hashed.</returns>
    public static (string Sha256, long Length) Of(string path, Action<long, long> onBytes, CancellationToken cancellation)
    {
        using var stream = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var expected = stream.CanSeek ? stream.Length : 0;
        long done = 0;
        while (stream.Read(buffer) is > 0 and var count)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, count);
            done += count;
            onBytes(done, expected);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), done);
    }

    /// <summary>How far it is, for a line of progress.</summary>
    public static string Told(string path, long done, long expected) =>
        $"{Path.GetFileName(path)}: {done / 1e6:N0} MB{(expected > 0 ? $" of {expected / 1e6:N0}" : "")}";
}
