using System.Globalization;
using System.Text;
using Overflight.Geodesy;

namespace Overflight.Airspace.Zones;

/// <summary>
/// OpenAir airspace files (Naviter's description, version 1 records): AC, AN, AL, AH, V X= and V D=, DP, DA, DB, DC.
/// Straight sides are read as geodesics; arcs and circles are drawn at most a degree at a time.
/// </summary>
internal sealed class OpenAirReader
{
    private const double ArcStepDegrees = 1;

    private readonly List<ZoneDefinition> _zones = [];
    private readonly List<string> _problems;
    private readonly HashSet<string> _names = [];
    private List<GeoPoint> _ring = [];
    private string _name = "";
    private double _floorFeet = double.NegativeInfinity;
    private double _ceilingFeet = double.PositiveInfinity;
    private GeoPoint? _centre;
    private bool _isClockwise = true;

    private OpenAirReader(List<string> problems) => _problems = problems;

    /// <exception cref="InvalidDataException">No record of an OpenAir file is in the text.</exception>
    public static List<ZoneDefinition> Read(byte[] bytes, List<string> problems)
    {
        var reader = new OpenAirReader(problems);
        var number = 0;
        var isKnown = false;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '*')
                continue;
            try
            {
                isKnown |= reader.Record(text);
            }
            catch (FormatException error)
            {
                problems.Add($"line {number}: {error.Message}");
            }
        }
        reader.Finish();
        return isKnown ? reader._zones : throw new InvalidDataException("neither GeoJSON nor OpenAir");
    }

    private bool Record(string text)
    {
        var (key, value) = text.IndexOf(' ') is > 0 and var blank ? (text[..blank].ToUpperInvariant(), text[(blank + 1)..].Trim()) : (text.ToUpperInvariant(), "");
        switch (key)
        {
            case "AC":
                Finish();
                return true;
            case "AN":
                _name = value;
                return true;
            case "AL":
                _floorFeet = OpenAirAltitude.Feet(value, double.NegativeInfinity);
                return true;
            case "AH":
                _ceilingFeet = OpenAirAltitude.Feet(value, double.PositiveInfinity);
                return true;
            case "V":
                Variable(value);
                return true;
            case "DP":
                _ring.Add(OpenAirPosition.Parse(value));
                return true;
            case "DC":
                Circle(Number(value));
                return true;
            case "DA":
                ArcByAngles(value.Split(','));
                return true;
            case "DB":
                ArcByPlaces(value.Split(','));
                return true;
            default:
                return key is "AY" or "AF" or "AG" or "AT" or "SP" or "SB" or "TO" or "TC";
        }
    }

    private void Variable(string value)
    {
        var (name, setting) = value.IndexOf('=') is > 0 and var equals ? (value[..equals].Trim().ToUpperInvariant(), value[(equals + 1)..].Trim()) : (value, "");
        if (name == "X")
            _centre = OpenAirPosition.Parse(setting);
        else if (name == "D")
            _isClockwise = setting != "-";
    }

    private void Circle(double nauticalMiles)
    {
        for (var azimuth = 0.0; azimuth < 360; azimuth += ArcStepDegrees)
            _ring.Add(Geodesic.Direct(Centre(), azimuth, nauticalMiles * Wgs84.MetresPerNauticalMile));
    }

    private void ArcByAngles(string[] parts)
    {
        if (parts.Length != 3)
            throw new FormatException("DA takes a radius and two angles");
        Arc(Number(parts[0]) * Wgs84.MetresPerNauticalMile, Number(parts[0]) * Wgs84.MetresPerNauticalMile, Number(parts[1]), Number(parts[2]));
    }

    private void ArcByPlaces(string[] parts)
    {
        if (parts.Length != 2)
            throw new FormatException("DB takes two places");
        var (from, to) = (OpenAirPosition.Parse(parts[0]), OpenAirPosition.Parse(parts[1]));
        var (first, last) = (Geodesic.Inverse(Centre(), from), Geodesic.Inverse(Centre(), to));
        _ring.Add(from);
        Arc(first.DistanceMetres, last.DistanceMetres, first.InitialAzimuthDegrees, last.InitialAzimuthDegrees);
        _ring.Add(to);
    }

    private void Arc(double firstRadiusMetres, double lastRadiusMetres, double from, double to)
    {
        var turn = (_isClockwise ? to - from : from - to) % 360;
        turn = turn <= 0 ? turn + 360 : turn;
        var steps = Math.Max(1, (int)Math.Ceiling(turn / ArcStepDegrees));
        for (var i = 0; i <= steps; i++)
        {
            var part = i / (double)steps;
            _ring.Add(Geodesic.Direct(Centre(), from + (_isClockwise ? turn : -turn) * part, firstRadiusMetres + (lastRadiusMetres - firstRadiusMetres) * part));
        }
    }

    private void Finish()
    {
        if (_ring.Count >= 3)
        {
            // Several volumes of one name are common; a number tells them apart.
            var name = _name.Length > 0 ? _name : $"zone-{_zones.Count + 1}";
            for (var i = 2; !_names.Add(name); i++)
                name = $"{_name} ({i})";
            _zones.Add(new ZoneDefinition(name, [_ring.ToArray()], EdgeReading.Geodesic, 0, new VerticalLimits(_floorFeet, _ceilingFeet), null));
        }
        else if (_ring.Count > 0)
            _problems.Add($"zone \"{_name}\" has {_ring.Count} corners and bounds nothing");
        (_ring, _name, _floorFeet, _ceilingFeet, _centre, _isClockwise) = ([], "", double.NegativeInfinity, double.PositiveInfinity, null, true);
    }

    private GeoPoint Centre() => _centre ?? throw new FormatException("an arc or circle before its centre (V X=)");

    private static double Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : throw new FormatException($"\"{text}\" is not a number");
}
