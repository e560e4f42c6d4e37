using Overflight.Dossiers.Footprints;

namespace Overflight.Cli.Video.Footprints;

/// <summary>The formats that footprints are written in.</summary>
internal static class FootprintFormats
{
    public static string[] Names { get; } = ["text", "json", "geojson", "kml", "csv", "parquet", "mf-json", "cot"];

    public static IFootprintWriter Open(string name, Stream output) => name switch
    {
        "json" => new FootprintJson(output),
        "geojson" => new FootprintGeoJson(output),
        "kml" => new FootprintKml(output),
        "csv" => new FootprintCsv(output),
        "parquet" => new FootprintParquet(output),
        "mf-json" => new FootprintMfJson(output),
        "cot" => new FootprintCot(output),
        _ => new FootprintText(output),
    };
}
