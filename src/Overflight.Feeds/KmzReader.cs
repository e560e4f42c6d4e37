using System.IO.Compression;

namespace Overflight.Feeds;

/// <summary>Reads the KML in a zip archive; the archive is held in memory, within a limit, because its index is at its end.</summary>
internal sealed class KmzReader(ReadSession session)
{
    private const int LargestArchive = 256 << 20;
    private const long LargestEntry = 4L << 30;

    public void Read(Stream stream)
    {
        using var held = new MemoryStream();
        if (!Hold(stream, held))
        {
            session.Refuse(RejectionKind.RecordTooLong, -1, -1, "", $"a zip archive larger than {LargestArchive:N0} bytes is not read");
            return;
        }
        try
        {
            using var archive = new ZipArchive(held, ZipArchiveMode.Read);
            var entries = archive.Entries.Where(e => e.FullName.EndsWith(".kml", StringComparison.OrdinalIgnoreCase)).ToList();
            if (entries.Count == 0)
                session.Refuse(RejectionKind.Unrecognised, -1, -1, "", "not a format that Overflight reads: a zip archive that holds no .kml");
            else
                session.Format = TrackFormat.Kmz;
            foreach (var entry in entries)
                ReadEntry(entry);
        }
        catch (InvalidDataException e)
        {
            session.Refuse(RejectionKind.Corrupt, -1, -1, "", $"the zip archive is damaged or cut short ({e.Message})");
        }
    }

    private void ReadEntry(ZipArchiveEntry entry)
    {
        using var plain = entry.Open();
        new KmlReader(session).Read(new LimitedStream(plain, LargestEntry, entry.FullName));
    }

    private static bool Hold(Stream stream, MemoryStream held)
    {
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            held.Write(buffer, 0, read);
            if (held.Length > LargestArchive)
                return false;
        }
        held.Position = 0;
        return true;
    }

    /// <summary>Ends an entry that expands beyond a limit.</summary>
    private sealed class LimitedStream(Stream inner, long limit, string name) : ForwardStream
    {
        private long _given;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _given += read;
            if (_given > limit)
                throw new InvalidDataException($"{Shown.Of(name)} expands beyond {limit:N0} bytes");
            return read;
        }
    }
}
