using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Overflight.Airspace;
using Overflight.Cli.Running;
using Overflight.Dossiers;
using Overflight.Geodesy;

namespace Overflight.Cli.Verbs;

/// <summary><c>locate</c>: whose airspace a place is in.</summary>
internal static class LocateVerb
{
    public static Command Create()
    {
        var latitude = new Argument<string?>("LAT") { Description = "latitude, degrees, north positive", Arity = ArgumentArity.ZeroOrOne };
        var longitude = new Argument<string?>("LON") { Description = "longitude, degrees, east positive", Arity = ArgumentArity.ZeroOrOne };
        var stdin = new Option<bool>("--stdin") { Description = "read \"lat,lon\" lines, write \"lat,lon,A3[;A3]\" lines in the same order" };
        var distance = new Option<bool>("--distance") { Description = "add metres to the nearest legal edge, positive inside" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("locate", "Whose airspace a place is in: every State's claim that holds it.")
        {
            latitude, longitude, stdin, distance, format,
        };
        command.SetAction(parsed => parsed.GetValue(stdin)
            ? Lines(parsed.GetValue(distance))
            : One(parsed.GetValue(latitude), parsed.GetValue(longitude), parsed.GetValue(distance), parsed.GetValue(format)!));
        return command.WithExamples(
            "overflight locate 27.5 -114.9831",
            "overflight locate 27.5 -114.9831 --distance --format json",
            "printf '27.5,-114.9831\\n27.0,-111.2\\n' | overflight locate --stdin");
    }

    private static int One(string? latitudeText, string? longitudeText, bool withDistance, string format)
    {
        if (latitudeText is null || longitudeText is null)
            throw new UserError("locate needs LAT and LON, or --stdin");
        var place = new GeoPoint(Degrees(latitudeText, "latitude", 90), Degrees(longitudeText, "longitude", 180));
        var index = BoundaryFile.Open();
        var claims = index.Locate(place);
        var second = index.Sources.Count > 1 ? index.Locate(place, 1) : null;
        var distance = withDistance || format == "text" ? index.NearestEdge(place) : null;
        if (format == "json")
            WriteJson(index, place, claims, second, distance);
        else
            WriteText(index, place, claims, second, distance);
        return ExitCode.Done;
    }

    private static double Degrees(string text, string what, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most
            ? value
            : throw new UserError($"{what} \"{text}\" is not a number from -{most} to {most}");

    private static void WriteText(AirspaceIndex index, GeoPoint place, IReadOnlyList<string> claims, IReadOnlyList<string>? second, BoundaryDistance? distance)
    {
        Console.WriteLine($"{place}: {(claims.Count == 0 ? "no State's" : string.Join(" and ", claims))} ({index.Sources[0].Name}, {index.Sources[0].Vintage})");
        if (second is not null && !second.SequenceEqual(claims))
            Console.WriteLine($"  {index.Sources[1].Name} ({index.Sources[1].Vintage}) says {(second.Count == 0 ? "no State's" : string.Join(" and ", second))}");
        if (distance is { } d)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Math.Abs(d.SignedMetres):#,0} m ({Math.Abs(d.SignedMetres) / Wgs84.MetresPerNauticalMile:0.00} NM) {(d.SignedMetres >= 0 ? "inside" : "outside")} the nearest edge: {Names.Of(d.Edge.Kind)}, {string.Join("/", d.Edge.Claims)}, sure to {d.Edge.UncertaintyMetres:0} m"));
    }

    private static void WriteJson(AirspaceIndex index, GeoPoint place, IReadOnlyList<string> claims, IReadOnlyList<string>? second, BoundaryDistance? distance)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("latitude", place.LatitudeDegrees);
        json.WriteNumber("longitude", place.LongitudeDegrees);
        WriteClaims(json, "claims", claims);
        json.WriteString("boundarySet", index.Sources[0].Name);
        if (second is not null)
            WriteClaims(json, "secondSetClaims", second);
        if (distance is { } d)
        {
            json.WriteNumber("distanceMetres", Math.Round(d.SignedMetres, 2));
            json.WriteStartObject("edge");
            json.WriteNumber("number", d.Edge.Number);
            json.WriteString("kind", Names.Of(d.Edge.Kind));
            json.WriteNumber("uncertaintyMetres", Math.Round(d.Edge.UncertaintyMetres, 1));
            WriteClaims(json, "claims", d.Edge.Claims);
            json.WriteNumber("nearestLatitude", Math.Round(d.Nearest.LatitudeDegrees, 7));
            json.WriteNumber("nearestLongitude", Math.Round(d.Nearest.LongitudeDegrees, 7));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteClaims(Utf8JsonWriter json, string name, IReadOnlyList<string> claims)
    {
        json.WriteStartArray(name);
        foreach (var claim in claims)
            json.WriteStringValue(claim);
        json.WriteEndArray();
    }

    private static int Lines(bool withDistance)
    {
        var index = BoundaryFile.Open();
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, false, 1 << 16);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        long number = 0, refused = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            output.Write(line);
            output.Write(',');
            if (!TryParse(line, out var place))
            {
                refused++;
                if (refused <= 20)
                    Console.Error.WriteLine($"overflight: line {number}: \"{(line.Length > 80 ? line[..80] + "..." : line)}\" is not \"lat,lon\" in degrees");
                output.Write("error\n");
                continue;
            }
            var claimSet = index.LocateFast(place.LatitudeDegrees, place.LongitudeDegrees);
            output.Write(string.Join(';', claimSet >= 0 ? index.ClaimNames(claimSet) : index.Locate(place)));
            if (withDistance && index.NearestEdge(place) is { } distance)
                output.Write(string.Create(CultureInfo.InvariantCulture, $",{distance.SignedMetres:0.0}"));
            output.Write('\n');
        }
        if (refused > 0)
            Console.Error.WriteLine($"overflight: {refused} of {number} lines could not be read; they are answered with \"error\"");
        return refused > 0 ? ExitCode.InputUnreadable : ExitCode.Done;
    }

    private static bool TryParse(ReadOnlySpan<char> line, out GeoPoint place)
    {
        place = default;
        var comma = line.IndexOf(',');
        if (comma < 0
            || !double.TryParse(line[..comma], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(line[(comma + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude))
            return false;
        place = new GeoPoint(latitude, longitude);
        return place.IsValid;
    }
}
