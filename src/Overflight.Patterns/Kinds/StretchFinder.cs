namespace Overflight.Patterns.Kinds;

/// <summary>
/// Finds where an aircraft stayed although it flew on: windows that fit into a box while the way flown is a multiple of the
/// box's side, joined where they overlap, at boxes of many sizes. It goes by way and place, so it does not matter how far
/// apart the fixes are.
/// </summary>
internal sealed class StretchFinder
{
    /// <summary>The way flown in a window, in sides of its box. Once round a circle that just fits is 3.14.</summary>
    public const double LeastWay = 2.6;

    private const double SmallestScaleMetres = 250;
    private const double LargestScaleMetres = 260_000;
    private const double LongestGapSeconds = 600;
    private const double DegreesPerMetre = 180 / Math.PI / 6_371_008.8;

    private readonly MonotoneWindow _south = new(isLeast: true), _north = new(isLeast: false), _west = new(isLeast: true), _east = new(isLeast: false);
    private List<Stretch> _before = [], _now = [];

    /// <summary>The stretches of every scale, smallest first.</summary>
    public List<Stretch> Find(Motion motion)
    {
        var found = new List<Stretch>();
        _before.Clear();
        for (var scale = SmallestScaleMetres; scale < LargestScaleMetres; scale *= Math.Sqrt(2))
        {
            _now.Clear();
            AddAt(scale, motion, _now);
            // One that is no longer than at the scale before says nothing new.
            foreach (var stretch in _now)
                if (!_before.Exists(b => b.First == stretch.First && b.Last == stretch.Last))
                    found.Add(stretch);
            (_before, _now) = (_now, _before);
        }
        return found;
    }

    private void AddAt(double scaleMetres, Motion motion, List<Stretch> found)
    {
        if (motion.FlownMetres.Length == 0 || motion.FlownMetres[^1] < LeastWay * scaleMetres)
            return;
        _south.Clear(motion.Count);
        _north.Clear(motion.Count);
        _west.Clear(motion.Count);
        _east.Clear(motion.Count);
        var side = scaleMetres * DegreesPerMetre;
        var start = 0;
        var (first, last) = (-1, -1);
        for (var i = 0; i < motion.Count; i++)
        {
            if (i > 0 && motion.StepSeconds(i) > LongestGapSeconds)
            {
                start = i;
                Drop(start);
            }
            var (latitude, longitude) = (motion.LatitudeDegrees[i], motion.LongitudeDegrees[i]);
            _south.Push(i, latitude);
            _north.Push(i, latitude);
            _west.Push(i, longitude);
            _east.Push(i, longitude);
            var widest = side * motion.LongitudeStretch[i];
            while (_north.Value - _south.Value > side || _east.Value - _west.Value > widest)
                Drop(++start);
            if (motion.FlownBetween(start, i) < LeastWay * scaleMetres)
                continue;
            if (start > last && first >= 0)
            {
                found.Add(new Stretch(first, last, scaleMetres));
                first = -1;
            }
            (first, last) = (first < 0 ? start : first, i);
        }
        if (first >= 0)
            found.Add(new Stretch(first, last, scaleMetres));
    }

    private void Drop(int start)
    {
        _south.DropBefore(start);
        _north.DropBefore(start);
        _west.DropBefore(start);
        _east.DropBefore(start);
    }
}
