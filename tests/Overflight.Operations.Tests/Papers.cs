using Overflight.Airspace;
using Overflight.Authority.Documents;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Operations.Tests;

/// <summary>The exercise's papers and boundaries.</summary>
internal static class Papers
{
    private static readonly Lazy<AirspaceIndex> s_index = new(() => AirspaceIndex.Open(PackPath));

    private static string PackPath => Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");

    public static AirspaceIndex Index
    {
        get
        {
            if (!File.Exists(PackPath))
                Assert.Skip($"boundary pack absent: {PackPath} (./overflight builds it)");
            return s_index.Value;
        }
    }

    /// <summary>All of them, and the summary of 2025 whose lack stops what is flown after March.</summary>
    public static DocumentSet Documents { get; } = new(
    [
        .. DocumentFolder.Read(Path.Combine(Repository.Root, "data", "lantern", "papers")).Documents.All,
        new PublicSummary { Id = "lantern-2025-late", Version = 1, RecordedAt = T("2026-03-20T00:00:00Z"), Programme = "lantern", Period = new(T("2025-01-01T00:00:00Z"), T("2026-01-01T00:00:00Z")), PublishedAt = T("2026-03-20T00:00:00Z") },
    ]);

    public static UtcInstant T(string text) => UtcInstant.From(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
