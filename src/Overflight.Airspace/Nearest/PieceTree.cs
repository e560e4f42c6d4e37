namespace Overflight.Airspace.Nearest;

/// <summary>
/// Boundary pieces (straight in space, at most a few kilometres long) under a hierarchy of balls, four to a node.
/// All distances are chords; <see cref="ChordBracket"/> turns them into bounds on geodesics.
/// </summary>
internal sealed partial class PieceTree
{
    /// <summary>How many pieces, padding not counted.</summary>
    public int Count { get; }

    /// <summary>The greatest widening of any piece, metres.</summary>
    public double GreatestWideningMetres { get; private set; }

    /// <summary>The greatest sag of any piece, metres.</summary>
    public double GreatestSagMetres { get; private set; }

    /// <summary>The piece at a slot that a query returned.</summary>
    public ref readonly BoundaryPiece this[int slot] => ref _pieces[slot];

    /// <summary>Where a piece begins.</summary>
    public SurfacePoint StartOf(int slot) => new(_startX[slot], _startY[slot], _startZ[slot]);

    /// <summary>Where a piece ends; to the bit where the next piece of its block begins.</summary>
    public SurfacePoint EndOf(int slot) => _ends[slot];

    /// <summary>Whether a piece is the next one after another and begins where that ends.</summary>
    public bool Follows(int slot, int previous)
    {
        // Between the last piece of a block and the first of the next lies padding.
        var next = previous + 1;
        while (next < _length.Length && _length[next] < 0)
            next++;
        return slot == next && _pieces[slot].Start == _pieces[previous].End;
    }

    /// <summary>The piece nearest to a place by chord, no farther than a limit; slot −1 where there is none.</summary>
    /// <param name="from">The place.</param>
    /// <param name="limitMetres">Pieces farther away are of no interest.</param>
    /// <param name="likely">A slot that may well be the one, or −1: looked at first, it spares most of the search.</param>
    public NearestPiece Nearest(SurfacePoint from, double limitMetres = double.PositiveInfinity, int likely = -1)
    {
        var query = new NearestQuery(from, limitMetres);
        WalkFrom(likely, ref query);
        return query.Best;
    }

    /// <summary>
    /// The piece whose surroundings within its own uncertainty are nearest to a place by chord, no farther than a limit;
    /// slot −1 where there is none, and 0 metres within them.
    /// </summary>
    /// <param name="from">The place.</param>
    /// <param name="limitMetres">Pieces farther away are of no interest.</param>
    /// <param name="likely">A slot that may well be the one, or −1: looked at first, it spares most of the search.</param>
    public NearestPiece NearestWidened(SurfacePoint from, double limitMetres = double.PositiveInfinity, int likely = -1)
    {
        var query = new NearestWidenedQuery(from, limitMetres);
        WalkFrom(likely, ref query);
        return query.Best;
    }

    /// <summary>
    /// The least sum of chords from one place over a piece, widened by its own uncertainty, to another place, where it is
    /// no more than a limit; slot −1 where there is none.
    /// </summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="limitMetres">Sums above this are of no interest.</param>
    /// <param name="any">Stop at the first piece under the limit instead of searching the least.</param>
    public NearestPiece LeastDetour(SurfacePoint from, SurfacePoint to, double limitMetres, bool any = false)
    {
        var query = new LeastDetourQuery(new SurfacePair(from, to), limitMetres, any);
        Walk(ref query);
        return query.Best;
    }

    /// <summary>Every piece over which the widened sum of chords is at most a limit.</summary>
    public void CollectDetours(SurfacePoint from, SurfacePoint to, double limitMetres, List<int> slots)
    {
        slots.Clear();
        var query = new DetoursQuery(new SurfacePair(from, to), limitMetres, slots);
        Walk(ref query);
    }

    /// <summary>
    /// Over all pieces that a path with a sum of chords within a limit can touch: the least chords from its two ends to
    /// such a piece, widened; infinite where there is none.
    /// </summary>
    public (double FromMetres, double ToMetres) LeastFromEnds(SurfacePoint from, SurfacePoint to, double limitMetres)
    {
        var query = new FromEndsQuery(new SurfacePair(from, to), limitMetres);
        Walk(ref query);
        return (query.FromMetres, query.ToMetres);
    }

    /// <summary>Every piece no farther from a place than a limit, by chord, uncertainty not counted.</summary>
    public void CollectNear(SurfacePoint from, double limitMetres, List<int> slots)
    {
        slots.Clear();
        var query = new NearQuery(from, limitMetres, slots);
        Walk(ref query);
    }

    /// <summary>The lower bound of the sum of chords over one piece, and where along it.</summary>
    public double Detour(int slot, SurfacePoint from, SurfacePoint to, out double alongMetres)
    {
        var sums = Detours(slot & ~3, new SurfacePair(from, to), out var along);
        alongMetres = along[slot & 3];
        return sums[slot & 3];
    }
}
