namespace Overflight.Archive.Tests;

public sealed class DurabilityTests
{
    private static readonly List<ArchivedFix> s_first = MadeFixes.Flights(1, 3, 50), s_second = MadeFixes.Flights(2, 3, 50);

    [Fact]
    public void The_same_bytes_are_taken_once()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(1000, s_first, s_second);
        var before = folder.Files();
        using (var writer = ArchiveWriter.Open(folder.Path, 10))
        {
            Assert.True(writer.Knows("input-0"));
            foreach (var fix in s_first)
                writer.Add(fix.Aircraft, fix.Callsign, fix.Fix);
            Assert.False(writer.EndInput(ArchiveFolder.Input("input-0", "another name")));
            writer.Commit();
        }
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public void What_was_not_committed_is_not_there_and_is_cleared_away()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(1000, s_first);
        var before = folder.Files();
        using (var writer = ArchiveWriter.Open(folder.Path, 20))
        {
            foreach (var fix in s_second)
                writer.Add(fix.Aircraft, fix.Callsign, fix.Fix);
        }
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(folder.Path, "tmp")));
        // As after a crash between the renames and the manifest.
        File.Copy(folder.DataFiles()[0], Path.Combine(folder.Path, "day=2025-02-04", "00000009-0000.parquet"));
        Assert.Equal(s_first.Count, folder.Read().Fixes.Count);
        ArchiveWriter.Open(folder.Path).Dispose();
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public void Two_runs_with_a_stop_between_give_the_same_files_as_one()
    {
        using var whole = new ArchiveFolder();
        whole.Ingest(200, s_first, s_second);
        using var parts = new ArchiveFolder();
        using (var writer = ArchiveWriter.Open(parts.Path, 200))
        {
            foreach (var fix in s_first)
                writer.Add(fix.Aircraft, fix.Callsign, fix.Fix);
            writer.EndInput(ArchiveFolder.Input("input-0"));
            foreach (var fix in s_second.Take(60))
                writer.Add(fix.Aircraft, fix.Callsign, fix.Fix);
        }
        parts.Ingest(200, s_first, s_second);
        Assert.Equal(whole.Files(), parts.Files());
    }

    [Fact]
    public void One_writer_at_a_time()
    {
        using var folder = new ArchiveFolder();
        using var first = ArchiveWriter.Open(folder.Path);
        Assert.Contains("another ingest", Assert.Throws<IOException>(() => ArchiveWriter.Open(folder.Path)).Message);
    }

    [Fact]
    public void A_reader_keeps_what_it_began_with_while_a_merge_replaces_it()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(150, s_first, s_second);
        var old = folder.DataFiles();
        using (var reader = FixArchive.Open(folder.Path))
        {
            using (var writer = ArchiveWriter.Open(folder.Path))
                Assert.True(writer.Compact() > 0);
            Assert.All(old, f => Assert.True(File.Exists(f)));
            Assert.Equal(s_first.Count + s_second.Count, reader.FixesOf(new Querying.FixQuery()).Fixes.Count);
            Assert.Equal(s_first.Count + s_second.Count, folder.Read().Fixes.Count);
        }
        ArchiveWriter.Open(folder.Path).Dispose();
        Assert.All(old, f => Assert.False(File.Exists(f)));
        Assert.Equal(s_first.Count + s_second.Count, folder.Read().Fixes.Count);
    }
}
