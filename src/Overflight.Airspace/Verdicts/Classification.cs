using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>Says of every fix and leg of a flight where it is.</summary>
internal sealed class Classification
{
    private readonly FlightPath _path;
    private readonly AirspaceRegion _region;

    public Classification(FlightPath path, AirspaceRegion region)
    {
        _path = path;
        _region = region;
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
        var follower = new SideFollower(_region);
        for (var i = 0; i < _path.Count;)
        {
            follower.Look(_path.Flight.PositionAt(i), _path.Points[i], _path.Radius[i]);
            Clearances[i] = follower.ClearanceMetres;
            var last = LastSettled(follower, i);
            Fixes.AsSpan(i, last - i + 1).Fill(follower.Side);
            NominallyInside.AsSpan(i, last - i + 1).Fill(follower.IsNominallyInside);
            if (last + 1 == _path.Count)
                break;
            // What an earlier look does not settle, one from nearer by may.
            if (last > i)
            {
                i = last;
                continue;
            }
            Legs[i++] = LegClass.MayTouch;
        }
        var slots = new List<int>();
        for (var leg = 0; leg < Legs.Length; leg++)
        {
            if (Legs[leg] != LegClass.MayTouch || Fixes[leg] != Fixes[leg + 1] || Fixes[leg] == FixClass.Near)
                continue;
            Legs[leg] = LegJudge.Look(_region.Tree, _path.LegAt(leg), Fixes[leg], slots, out var witness);
            if (witness is { } place)
                Witnesses[leg] = place;
        }
    }

    /// <summary>The last fix that a look at an earlier one settles, with all legs up to it.</summary>
    private int LastSettled(in SideFollower follower, int looked)
    {
        var last = looked;
        while (last + 1 < _path.Count && follower.Settles(_path.Points[last], _path.ReachFromStart(last), _path.Points[last + 1], _path.Radius[last + 1]))
        {
            last++;
            var (block, beside) = Math.DivRem(last, FlightPath.BlockLength);
            if (beside == 0 && block < _path.Blocks.Length && follower.Settles(_path.Blocks[block].Centre, _path.Blocks[block].Metres))
                last += FlightPath.BlockLength - 1;
        }
        return last;
    }

    private void Apply(ZoneLimits limits)
    {
        var sides = (FixClass[])Fixes.Clone();
        for (var i = 0; i < Fixes.Length; i++)
        {
            Fixes[i] = limits.Limit(sides[i], FixAt(i));
            NominallyInside[i] &= Fixes[i] != FixClass.Outside;
        }
        for (var leg = 0; leg < Legs.Length; leg++)
        {
            var (from, to) = (new ZoneLimits.LimitedFix(FixAt(leg), sides[leg], Fixes[leg]), new ZoneLimits.LimitedFix(FixAt(leg + 1), sides[leg + 1], Fixes[leg + 1]));
            Legs[leg] = limits.Limit(Legs[leg], from, to);
            if (Fixes[leg] != FixClass.Outside || Fixes[leg + 1] != FixClass.Outside)
                continue;
            if (Legs[leg] == LegClass.Clear)
                Witnesses.Remove(leg);
            else if (!Witnesses.ContainsKey(leg))
                Witnesses[leg] = LegWitness.AtEnd(_region.Tree, _path, leg, sides[leg] == FixClass.Outside ? leg + 1 : leg);
        }
    }

    private Fix FixAt(int i) => _path.Flight.Track[_path.Flight.IndexInTrack(i)];
}
