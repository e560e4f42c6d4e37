using System.IO.Compression;

namespace Overflight.Record.Packaging;

/// <summary>Reads a package's files with all the limits of docs/record.md: nothing in a zip is believed.</summary>
internal sealed class EvidenceZip : IDisposable
{
    private const int MostFiles = 100_000;
    private const long LargestFile = 64L << 20;
    private const long LargestAttachment = 512L << 20;
    private const long MostBytes = 1L << 30;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    public EvidenceZip(Stream stream)
    {
        try
        {
            _zip = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (_zip.Entries.Count > MostFiles)
                throw new RecordException($"the package has more than {MostFiles} files");
            long all = 0;
            foreach (var entry in _zip.Entries)
            {
                all += entry.Length;
                if (!IsName(entry.FullName) || !_entries.TryAdd(entry.FullName, entry))
                    throw new RecordException($"the package has a file \"{entry.FullName}\" twice, or a name that is not allowed");
                if (entry.Length > (IsAttachment(entry.FullName) ? LargestAttachment : LargestFile) || all > MostBytes)
                    throw new RecordException($"{entry.FullName}: is too large for a package");
            }
        }
        catch (InvalidDataException error)
        {
            throw new RecordException($"the package is no whole zip: {error.Message}", error);
        }
    }

    public IEnumerable<string> Names => _entries.Keys;

    public byte[] Read(string name)
    {
        using var stream = Open(name, out var length);
        var bytes = new byte[length];
        try
        {
            stream.ReadExactly(bytes);
            return stream.ReadByte() < 0 ? bytes : throw new RecordException($"{name}: is longer than the zip says");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new RecordException($"{name}: is damaged in the zip", error);
        }
    }

    public Stream Open(string name, out long length)
    {
        if (!_entries.TryGetValue(name, out var entry))
            throw new RecordException($"{name}: is missing in the package");
        length = entry.Length;
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException error)
        {
            throw new RecordException($"{name}: is damaged in the zip", error);
        }
    }

    public void Dispose() => _zip.Dispose();

    private static bool IsAttachment(string name) => name.StartsWith("attachments/", StringComparison.Ordinal);

    private static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsControl(c) || c is '\\' or ':')
        && name.Split('/').All(part => part is not ("" or "." or ".."));
}
