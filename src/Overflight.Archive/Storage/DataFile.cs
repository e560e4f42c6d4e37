namespace Overflight.Archive.Storage;

/// <summary>One data file as the manifest knows it: enough to pass it over unopened, and to tell damage.</summary>
/// <param name="Name">Its name below the archive's folder.</param>
/// <param name="Rows">Fixes in it.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="FooterOffset">Where its last row group ends.</param>
/// <param name="FooterSha256">SHA-256 of everything from there on, the Parquet footer.</param>
/// <param name="IsCompacted">Whether a compaction wrote it.</param>
/// <param name="FirstTime">Its first time, microseconds since the Unix epoch.</param>
/// <param name="LastTime">Its last time.</param>
/// <param name="Box">The box that its positions lie in.</param>
/// <param name="Presence">Who was in whose airspace by its fixes, where that was worked out.</param>
internal sealed record DataFile(string Name, long Rows, long Bytes, long FooterOffset, string FooterSha256, bool IsCompacted, long FirstTime, long LastTime, UnitBox Box,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] PresenceFile? Presence = null)
{
    /// <summary>Its own name and its presence file's.</summary>
    public IEnumerable<string> Names() => Presence is null ? [Name] : [Name, Presence.Name];

    /// <summary>The folder of its UTC day.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Day => Name[..Name.IndexOf('/', StringComparison.Ordinal)];
}
