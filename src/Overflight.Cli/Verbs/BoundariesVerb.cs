using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Overflight.Airspace;
using Overflight.Cli.Running;
using Overflight.Dossiers;

namespace Overflight.Cli.Verbs;

/// <summary><c>boundaries</c>: what the boundary data is, and its lines as GeoJSON.</summary>
internal static class BoundariesVerb
{
    public static Command Create() => new("boundaries", "The boundary data: sources, versions, licences, known faults; or its lines.")
    {
        Info(),
        Export(),
    };

    private static Command Info()
    {
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("info", "Sources, versions, hashes, licences and known faults of the boundary data") { format };
        command.SetAction(parsed =>
        {
            var index = BoundaryFile.Open();
            if (parsed.GetValue(format) == "json")
                InfoAsJson(index);
            else
                foreach (var source in index.Sources)
                    InfoAsText(source);
            return ExitCode.Done;
        });
        return command.WithExamples("overflight boundaries info", "overflight boundaries info --format json");
    }

    private static void InfoAsText(BoundarySource source)
    {
        Console.WriteLine($"{source.Name}  {source.Title}");
        Console.WriteLine($"  made from    {source.Package}, data of {source.Vintage}");
        Console.WriteLine($"  sha256       {source.Sha256}");
        Console.WriteLine($"  licence      {source.Licence}: {source.Attribution}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  holds        {source.Claims.Count} claims, {source.Edges:#,0} edges"));
        foreach (var fault in source.Faults)
            Console.WriteLine($"  fault        {fault}");
    }

    private static void InfoAsJson(AirspaceIndex index)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (var source in index.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("title", source.Title);
            json.WriteString("package", source.Package);
            json.WriteString("vintage", source.Vintage);
            json.WriteString("sha256", source.Sha256);
            json.WriteString("licence", source.Licence);
            json.WriteString("attribution", source.Attribution);
            json.WriteNumber("edges", source.Edges);
            WriteStrings(json, "claims", source.Claims);
            WriteStrings(json, "faults", source.Faults);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static Command Export()
    {
        var names = new Argument<string[]>("A3") { Description = "ISO 3166 alpha-3 codes; all where none is given", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("export", "Boundary lines with kind and claims, as GeoJSON on standard output") { names };
        command.SetAction(parsed =>
        {
            var index = BoundaryFile.Open();
            var wanted = parsed.GetValue(names)!.Select(n => index.Region(n) is null ? throw new UserError($"no claim \"{n}\" in the boundary data; overflight boundaries info --format json lists them") : n.ToUpperInvariant()).ToHashSet();
            using var output = Console.OpenStandardOutput();
            using var json = new Utf8JsonWriter(output);
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("attribution", index.Sources[0].Attribution);
            json.WriteStartArray("features");
            foreach (var line in BoundaryLines.InBox(index, -90, 90, -180, 180, 0))
                if (wanted.Count == 0 || line.Claims.Any(wanted.Contains))
                    WriteLine(json, line);
            json.WriteEndArray();
            json.WriteEndObject();
            return ExitCode.Done;
        });
        return command.WithExamples("overflight boundaries export MEX USA > lines.geojson");
    }

    private static void WriteLine(Utf8JsonWriter json, BoundaryLine line)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("kind", Names.Of(line.Kind));
        WriteStrings(json, "claims", line.Claims);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "LineString");
        json.WriteStartArray("coordinates");
        foreach (var point in line.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.LongitudeDegrees);
            json.WriteNumberValue(point.LatitudeDegrees);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        if (json.BytesPending > 1 << 16)
            json.Flush();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
