namespace Overflight.Benchmarks;

/// <summary>A set of claims as one number that all peers compute alike.</summary>
internal static class Answer
{
    public static uint Of(ReadOnlySpan<ushort> ascendingClaims)
    {
        var answer = 0u;
        foreach (var claim in ascendingClaims)
            answer = answer * 1009 + claim + 1;
        return answer;
    }

    /// <summary>Of the polygons that hold a place: claims with an odd number of them, or with their edge through it.</summary>
    public static uint Of(List<(int Claim, bool IsOnEdge)> hits)
    {
        if (hits.Count == 1)
            return (uint)hits[0].Claim + 1;
        hits.Sort();
        var answer = 0u;
        for (var i = 0; i < hits.Count;)
        {
            var (claim, isOdd, isOnEdge) = (hits[i].Claim, false, false);
            for (; i < hits.Count && hits[i].Claim == claim; i++)
                (isOdd, isOnEdge) = (!isOdd, isOnEdge | hits[i].IsOnEdge);
            if (isOdd || isOnEdge)
                answer = answer * 1009 + (uint)claim + 1;
        }
        return answer;
    }
}
