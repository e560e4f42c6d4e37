namespace Overflight.Feeds.Asterix;

/// <summary>
/// Tells the layout of category 021 blocks by data source. A block speaks for the layout in which all its records
/// end where the block does and say plausible things; where that is both, for the one in which more of them have
/// what every report has: source, address and time. A place is read only once that is settled.
/// </summary>
internal sealed class Cat021EditionChoice(Cat021Edition asked)
{
    private const int EnoughVotes = 8;
    private const int MostSources = 4096;
    private readonly Dictionary<int, int> _votes = [];

    /// <summary>The profile to read a block by; null where it fits both and nothing has spoken for either.</summary>
    public UserApplicationProfile? Of(ReadOnlySpan<byte> block)
    {
        if (asked != Cat021Edition.Detect)
            return asked == Cat021Edition.Early ? Profiles.Cat021Early : Profiles.Cat021;
        var source = SourceOf(block);
        var votes = _votes.GetValueOrDefault(source);
        if (Math.Abs(votes) >= EnoughVotes)
            return votes > 0 ? Profiles.Cat021 : Profiles.Cat021Early;
        var current = Score(block, Profiles.Cat021, out var currentPlaces);
        var early = Score(block, Profiles.Cat021Early, out var earlyPlaces);
        if (current != early)
        {
            Vote(source, current > early ? 1 : -1);
            return current > early ? Profiles.Cat021 : Profiles.Cat021Early;
        }
        if (votes != 0)
            return votes > 0 ? Profiles.Cat021 : Profiles.Cat021Early;
        return current >= 0 && (currentPlaces || earlyPlaces) ? null : Profiles.Cat021;
    }

    /// <summary>A block did not fit the layout it was read by: look at its source's blocks again.</summary>
    public void Doubt(ReadOnlySpan<byte> block)
    {
        var source = SourceOf(block);
        if (_votes.TryGetValue(source, out var votes))
            _votes[source] = votes - Math.Sign(votes);
    }

    private void Vote(int source, int vote)
    {
        if (_votes.Count >= MostSources)
            _votes.Clear();
        _votes[source] = Math.Clamp(_votes.GetValueOrDefault(source) + vote, -EnoughVotes, EnoughVotes);
    }

    /// <summary>Item 010 is the first of both layouts, so that it is found without knowing which.</summary>
    private static int SourceOf(ReadOnlySpan<byte> block)
    {
        var octets = new PresenceBits(block).Octets;
        return octets > 0 && (block[0] & 0x80) != 0 && octets + 2 <= block.Length ? Octets.Unsigned16(block[octets..]) : -1;
    }

    /// <summary>How many records have source, address and time; −1 where the block does not fit the layout or says what cannot be.</summary>
    private static int Score(ReadOnlySpan<byte> block, UserApplicationProfile profile, out bool hasPlaces)
    {
        hasPlaces = false;
        var complete = 0;
        while (!block.IsEmpty)
        {
            var report = TargetReport.Nothing;
            var walker = new RecordWalker(profile, block);
            while (walker.MoveNext())
                TargetItems.Take(profile, walker.Item.Number, walker.Data, ref report);
            if (walker.IsBroken || report.TimeOfDayMicroseconds >= TargetItems.DayMicroseconds || report.Address == 0)
                return -1;
            if (report.HasPosition && !(Math.Abs(report.LatitudeDegrees) <= 90 && Math.Abs(report.LongitudeDegrees) <= 180))
                return -1;
            hasPlaces |= report.HasPosition;
            complete += report is { DataSource: >= 0, Address: > 0, TimeOfDayMicroseconds: >= 0 } ? 1 : 0;
            block = block[walker.Position..];
        }
        return complete;
    }
}
