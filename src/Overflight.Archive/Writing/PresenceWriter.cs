using Overflight.Airspace;
using Overflight.Archive.Columns;
using Overflight.Archive.Presences;
using Overflight.Archive.Querying;
using Overflight.Archive.Reading;
using Overflight.Archive.Storage;

namespace Overflight.Archive.Writing;

/// <summary>Works out who was in whose airspace, for files that are written and for those written without it or by other boundaries.</summary>
internal sealed class PresenceWriter(ArchiveLayout layout, AirspaceIndex airspace)
{
    private readonly string _setSha256 = airspace.Sources[0].CompiledSha256;

    /// <summary>Whether a file lacks presences by these boundaries, or they are damaged.</summary>
    public bool IsDue(DataFile file) =>
        _setSha256.Length > 0 && (file.Presence is not { } presence || presence.SetSha256 != _setSha256 || !PresenceFiles.IsWhole(layout, presence));

    /// <summary>Stages a file that was written just now together with its presences.</summary>
    public StagedFile Stage(DataFile file, string temporary, FixTable table, TextPool texts, IReadOnlyList<RowGroup> groups, long generation)
    {
        if (!IsDue(file))
            return new StagedFile(file, temporary, null);
        var builder = new PresenceBuilder(airspace);
        foreach (var group in groups)
            builder.Add(table, texts, group.Rows);
        return Staged(file, temporary, builder, generation);
    }

    /// <summary>Stages presences for a file of the archive.</summary>
    /// <exception cref="DamagedFileException">It cannot be read.</exception>
    public StagedFile Renew(DataFile file, long generation)
    {
        using var reader = DataFileReader.Open(layout, file);
        var (builder, table, texts) = (new PresenceBuilder(airspace), new FixTable(), new TextPool());
        var rows = Array.Empty<int>();
        for (var group = 0; group < reader.RowGroups; group++)
        {
            reader.Read(group, Passages.Columns, table, texts);
            if (rows.Length != table.Count)
                rows = [.. Enumerable.Range(0, table.Count)];
            builder.Add(table, texts, rows);
        }
        return Staged(file, null, builder, generation);
    }

    private StagedFile Staged(DataFile file, string? temporary, PresenceBuilder builder, long generation)
    {
        var name = ArchiveLayout.PresenceFile(file.Name, generation);
        return new StagedFile(file with { Presence = PresenceFiles.Write(layout.TemporaryOf(name), name, _setSha256, builder) }, temporary, layout.TemporaryOf(name));
    }
}
