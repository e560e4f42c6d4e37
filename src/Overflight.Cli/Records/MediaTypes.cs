namespace Overflight.Cli.Records;

/// <summary>Media types by the extension of a file's name, as IANA has registered them.</summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".csv" => "text/csv",
        ".geojson" => "application/geo+json",
        ".gz" => "application/gzip",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".json" => "application/json",
        ".klv" => "application/smpte336m",
        ".mp4" => "video/mp4",
        ".parquet" => "application/vnd.apache.parquet",
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".ts" => "video/mp2t",
        ".txt" => "text/plain",
        ".zip" => "application/zip",
        _ => Unknown,
    };
}
