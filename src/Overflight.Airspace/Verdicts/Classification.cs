using Overflight.Airspace.Nearest;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// Says of every fix and leg where it is. Distance to a line changes no faster than one moves, so one look far from the
/// boundary settles all that follows within that distance; near it, every fix and leg is looked at.
/// </summary>
internal sealed class Classification
{
    // Beyond this a reachable set wraps so far around the earth that it is no longer a disc.
    private const double MostMetresToForce = 15_000_000;

    private readonly FlightPath _path;
    private readonly AirspaceRegion _region;
    private readonly PieceTree _tree;

    public Classification(FlightPath path, AirspaceRegion region)
    {
        _path = path;
        _region = region;
        _tree = region.Tree;
        Fixes = new FixClass[path.Count];
        Legs = new LegClass[Math.Max(0, path.Count - 1)];
        NominallyInside = new bool[path.Count];
        Witnesses = [];
        Sweep();
        if (region.Vertical is not null || region.Validity is not null)
            ApplyLimits();
    }

    public FixClass[] Fixes { get; }

    public LegClass[] Legs { get; }

    /// <summary>Whether the fix's own place is in the region.</summary>
    public bool[] NominallyInside { get; }

    /// <summary>For legs between two outside fixes that may touch: where.</summary>
    public Dictionary<int, LegWitness> Witnesses { get; }

    private void Sweep()
    {
        for (var i = 0; i < _path.Count;)
        {
            var isInside = _region.Contains(_path.Flight.PositionAt(i));
            var clearance = Clearance(_path.Points[i]);
            NominallyInside[i] = isInside;
            Fixes[i] = clearance <= _path.Radius[i] ? FixClass.Near : isInside ? FixClass.Inside : FixClass.Outside;
            var next = i;
            while (next + 1 < _path.Count && IsClear(i, next, clearance))
            {
                Legs[next] = LegClass.Clear;
                next++;
                Fixes[next] = Fixes[i];
                NominallyInside[next] = isInside;
            }
            if (next == i && next + 1 < _path.Count)
            {
                Legs[i] = LegClass.MayTouch;
                next++;
            }
            else if (next + 1 == _path.Count)
                next++;
            i = next;
        }
        for (var leg = 0; leg < Legs.Length; leg++)
            if (Legs[leg] == LegClass.MayTouch && Fixes[leg] == Fixes[leg + 1] && Fixes[leg] != FixClass.Near)
                Legs[leg] = Look(leg);
    }

    /// <summary>How far a place is from the nearest edge widened by its uncertainty; a lower bound, by chord, metres.</summary>
    private double Clearance(SurfacePoint place)
    {
        var found = _tree.LeastDetour(place, place, double.PositiveInfinity);
        return found.Slot < 0 ? double.PositiveInfinity : found.ChordMetres / 2;
    }

    /// <summary>Whether a leg, and the fix after it, lie wholly within the clearance of an earlier fix.</summary>
    private bool IsClear(int from, int leg, double clearance)
    {
        var toLeg = _path.Points[from].ChordTo(_path.Points[leg]);
        return toLeg + _path.ReachFromStart(leg) < clearance
            && _path.Points[from].ChordTo(_path.Points[leg + 1]) + _path.Radius[leg + 1] < clearance;
    }

    private LegClass Look(int leg)
    {
        var limit = ChordBracket.GreatestChordSum(_path.Allowed[leg]);
        var (from, to) = (_path.Points[leg], _path.Points[leg + 1]);
        if (_tree.LeastDetour(from, to, limit, any: true).Slot < 0)
            return LegClass.Clear;
        if (Fixes[leg] == FixClass.Inside)
            return LegClass.MayTouch;
        var slots = new List<int>();
        _tree.CollectDetours(from, to, limit, slots);
        if (_path.Allowed[leg] < MostMetresToForce && ForcedPassage.Separates(_tree, slots, from, to))
        {
            // The witness is where the straight path first meets the line that separates.
            Witnesses[leg] = LegWitness.Least(_tree, slots, _path, leg);
            return LegClass.Forced;
        }
        var witness = LegWitness.Find(_tree, slots, _path, leg);
        if (witness is null)
            return LegClass.Clear;
        Witnesses[leg] = witness.Value;
        return LegClass.MayTouch;
    }

    /// <summary>A zone with a floor, a ceiling or a validity: a fix whose altitude or time is certainly beyond it is outside.</summary>
    private void ApplyLimits()
    {
        for (var i = 0; i < Fixes.Length; i++)
        {
            var fix = _path.Flight.Track[_path.Flight.IndexInTrack(i)];
            var within = Within(fix);
            if (within == FixClass.Outside)
            {
                Fixes[i] = FixClass.Outside;
                NominallyInside[i] = false;
            }
            else if (within == FixClass.Near && Fixes[i] == FixClass.Inside)
                Fixes[i] = FixClass.Near;
        }
        for (var leg = 0; leg < Legs.Length; leg++)
            if (Legs[leg] == LegClass.Forced || (Legs[leg] == LegClass.Clear && Fixes[leg] != Fixes[leg + 1]))
                Legs[leg] = LegClass.MayTouch;
    }

    private FixClass Within(in Fix fix)
    {
        if (_region.Validity is { } validity && !validity.Contains(fix.Time))
            return FixClass.Outside;
        if (_region.Vertical is not { } vertical)
            return FixClass.Inside;
        // Encoding steps, altimeter error and the altitude's own age: 300 ft is the tolerance of surveillance altitude (ICAO Doc 4444, 8.5.4.2).
        const double tolerance = 300;
        var altitude = fix.BarometricAltitudeFeet;
        if (float.IsNaN(altitude))
            return FixClass.Near;
        if (altitude < vertical.FloorFeet - tolerance || altitude > vertical.CeilingFeet + tolerance)
            return FixClass.Outside;
        return altitude >= vertical.FloorFeet + tolerance && altitude <= vertical.CeilingFeet - tolerance
            || (double.IsNegativeInfinity(vertical.FloorFeet) && altitude <= vertical.CeilingFeet - tolerance)
            ? FixClass.Inside
            : FixClass.Near;
    }
}
