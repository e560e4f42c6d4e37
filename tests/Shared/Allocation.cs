namespace Overflight.Testing;

/// <summary>Tells what work allocates once it is under way.</summary>
internal static class Allocation
{
    private const int Passes = 8;

    /// <summary>
    /// The bytes that this thread allocates in the pass that allocates least. The runtime itself allocates on it when it compiles a method
    /// anew, which it does whenever it pleases: one pass without is the proof.
    /// </summary>
    public static long Least(Action pass)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Passes; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            pass();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
