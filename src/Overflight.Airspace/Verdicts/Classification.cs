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
    private readonly List<int> _slots = [];
    private int _lastPiece = -1;

    public Classification(FlightPath path, AirspaceRegion region)
    {
        _path = path;
        _region = region;
        _tree = region.Tree;
        Fixes = new FixClass[path.Count];
        Legs = new LegClass[Math.Max(0, path.Count - 1)];
        NominallyInside = new bool[path.Count];
        Clearances = new double[path.Count];
        Array.Fill(Clearances, double.NaN);
        Witnesses = [];
        Sweep();
        if (new ZoneLimits(region) is { Exist: true } limits)
            Apply(limits);
    }

    public FixClass[] Fixes { get; }

    public LegClass[] Legs { get; }

    /// <summary>Whether the fix's own place is in the region.</summary>
    public bool[] NominallyInside { get; }

    /// <summary>
    /// How far the fixes that were looked at are from the nearest edge widened by its uncertainty, by chord, metres;
    /// NaN for those that a look at an earlier one settled.
    /// </summary>
    public double[] Clearances { get; }

    /// <summary>For legs between two outside fixes that may touch: where.</summary>
    public Dictionary<int, LegWitness> Witnesses { get; }

    private void Sweep()
    {
        for (var i = 0; i < _path.Count;)
        {
            var isInside = _region.Contains(_path.Flight.PositionAt(i));
            var clearance = Clearances[i] = Clearance(i);
            NominallyInside[i] = isInside;
            Fixes[i] = clearance <= _path.Radius[i] ? FixClass.Near : isInside ? FixClass.Inside : FixClass.Outside;
            var next = i;
            // A vague fix near the boundary says nothing of a sharper one after it.
            while (Fixes[i] != FixClass.Near && next + 1 < _path.Count && IsClear(i, next, clearance))
                next = IsBlockClear(i, next + 1, clearance) ? next + FlightPath.BlockLength : next + 1;
            Fixes.AsSpan(i, next - i + 1).Fill(Fixes[i]);
            NominallyInside.AsSpan(i, next - i + 1).Fill(isInside);
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

    private double Clearance(int fix)
    {
        var found = _tree.NearestWidened(_path.Points[fix], likely: _lastPiece);
        _lastPiece = found.Slot;
        return found.Slot < 0 ? double.PositiveInfinity : found.ChordMetres;
    }

    /// <summary>Whether a leg, and the fix after it, lie wholly within the clearance of an earlier fix.</summary>
    private bool IsClear(int from, int leg, double clearance)
    {
        var toLeg = _path.Points[from].ChordTo(_path.Points[leg]);
        return toLeg + _path.ReachFromStart(leg) < clearance
            && _path.Points[from].ChordTo(_path.Points[leg + 1]) + _path.Radius[leg + 1] < clearance;
    }

    /// <summary>Whether a fix begins a block that lies wholly within the clearance of an earlier fix.</summary>
    private bool IsBlockClear(int from, int first, double clearance)
    {
        var (block, beside) = Math.DivRem(first, FlightPath.BlockLength);
        return beside == 0 && block < _path.Blocks.Length && _path.Points[from].ChordTo(_path.Blocks[block].Centre) + _path.Blocks[block].Metres < clearance;
    }

    private LegClass Look(int leg)
    {
        var limit = ChordBracket.GreatestChordSum(_path.Allowed[leg]);
        if (Fixes[leg] == FixClass.Inside)
            return _tree.LeastDetour(_path.Points[leg], _path.Points[leg + 1], limit, any: true).Slot < 0 ? LegClass.Clear : LegClass.MayTouch;
        if (LegWitness.Within(_tree, _path, leg, _slots) is not { } witness)
            return LegClass.Clear;
        Witnesses[leg] = witness;
        return _path.Allowed[leg] < MostMetresToForce && IsForced(leg, limit) ? LegClass.Forced : LegClass.MayTouch;
    }

    private bool IsForced(int leg, double limit)
    {
        var (from, to) = (_path.Points[leg], _path.Points[leg + 1]);
        // What forces a passage is crossed by the straight path, so what lies on that is looked at first.
        var straight = Geodesic.DistanceMetres(_path.Flight.PositionAt(leg), _path.Flight.PositionAt(leg + 1));
        _tree.CollectDetours(from, to, ChordBracket.GreatestChordSum(straight * (1 + 1e-6) + 1), _slots);
        if (!ForcedPassage.IsCrossed(_tree, _slots, from, to))
            return false;
        _tree.CollectDetours(from, to, limit, _slots);
        return ForcedPassage.Separates(_tree, _slots, from, to);
    }

    /// <summary>
    /// A fix whose height or time is certainly beyond the zone's is outside; a leg between two such fixes is clear of the
    /// zone only where height and time, or its sides, keep it out.
    /// </summary>
    private void Apply(ZoneLimits limits)
    {
        var sides = (FixClass[])Fixes.Clone();
        for (var i = 0; i < Fixes.Length; i++)
        {
            var within = limits.Of(FixAt(i));
            if (within == FixClass.Outside)
            {
                Fixes[i] = FixClass.Outside;
                NominallyInside[i] = false;
            }
            else if (within == FixClass.Near && Fixes[i] == FixClass.Inside)
                Fixes[i] = FixClass.Near;
        }
        for (var leg = 0; leg < Legs.Length; leg++)
            Legs[leg] = Limited(limits, leg, sides);
    }

    private LegClass Limited(ZoneLimits limits, int leg, FixClass[] sides)
    {
        if (Fixes[leg] != FixClass.Outside || Fixes[leg + 1] != FixClass.Outside)
            return Fixes[leg] == Fixes[leg + 1] ? Legs[leg] : LegClass.MayTouch;
        var isClearAside = Legs[leg] == LegClass.Clear && sides[leg] == FixClass.Outside && sides[leg + 1] == FixClass.Outside;
        if (isClearAside || !limits.Allow(FixAt(leg), FixAt(leg + 1)))
        {
            Witnesses.Remove(leg);
            return LegClass.Clear;
        }
        if (!Witnesses.ContainsKey(leg))
            Witnesses[leg] = LegWitness.AtEnd(_tree, _path, leg, sides[leg] == FixClass.Outside ? leg + 1 : leg);
        return LegClass.MayTouch;
    }

    private Fix FixAt(int i) => _path.Flight.Track[_path.Flight.IndexInTrack(i)];
}
