using Overflight.Tracks;

namespace Overflight.Archive.Tests;

/// <summary>An archive in a folder of its own, deleted afterwards.</summary>
internal sealed class ArchiveFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("overflight-archive-").FullName;

    public static InputRecord Input(string sha256, string name = "made") =>
        new() { Number = 0, Name = name, Sha256 = sha256, Bytes = sha256.Length, Format = "made", Fixes = 0, Rejected = 0, IsComplete = true };

    /// <summary>Ingests fixes as one input each list.</summary>
    public void Ingest(int buffer, params IReadOnlyList<ArchivedFix>[] inputs) => Ingest(null, buffer, inputs);

    public void Ingest(Airspace.AirspaceIndex? airspace, int buffer, params IReadOnlyList<ArchivedFix>[] inputs)
    {
        using var writer = ArchiveWriter.Open(Path, buffer, airspace);
        for (var i = 0; i < inputs.Length; i++)
        {
            foreach (var fix in inputs[i])
                writer.Add(fix.Aircraft, fix.Callsign, fix.Fix);
            writer.EndInput(Input($"input-{i}"));
        }
        writer.Commit();
    }

    public (IReadOnlyList<ArchivedFix> Fixes, Querying.ScanReport Report) Read(Querying.FixQuery? query = null)
    {
        using var archive = FixArchive.Open(Path);
        return archive.FixesOf(query ?? new Querying.FixQuery());
    }

    /// <summary>Every file with its bytes, but for locks.</summary>
    public Dictionary<string, string> Files() => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(f => System.IO.Path.GetRelativePath(Path, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));

    public string[] DataFiles() => [.. Directory.EnumerateFiles(Path, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>What the archive gives back of a fix: positions in 1e-7 degrees.</summary>
    public static ArchivedFix AsStored(ArchivedFix fix, int input) => fix with
    {
        Input = input,
        Fix = fix.Fix with
        {
            Position = new Geodesy.GeoPoint(Math.Round(fix.Fix.Position.LatitudeDegrees * 1e7) / 1e7 + 0, Math.Round(fix.Fix.Position.LongitudeDegrees * 1e7) / 1e7 + 0),
        },
    };

    public static IReadOnlyList<ArchivedFix> Sorted(IEnumerable<ArchivedFix> fixes) => [.. fixes
        .OrderBy(f => f.Aircraft.Address.ToString(), StringComparer.Ordinal).ThenBy(f => f.Aircraft.Name, StringComparer.Ordinal)
        .ThenBy(f => f.Fix.Time).ThenBy(f => f.Input).ThenBy(f => f.Fix.Record)];
}
