using Overflight.Misb.Klv;
using Overflight.Misb.Sets;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Items whose values have another number of bytes than their standard allows.</summary>
internal sealed class LengthCheck : StreamCheck
{
    private readonly SortedDictionary<(string Set, ulong Tag, long Found, long Expected), Seen> _seen = [];
    private long _packets;

    public override void Packet(ObservedPacket packet)
    {
        _packets++;
        foreach (var problem in packet.Problems.Where(p => p.Reason == KlvReason.WrongLength))
        {
            var isOuter = packet.Set is { } set && set.TryGet(problem.Tag, out var item) && item.Place.Length == problem.Found
                && item.Place.Offset + packet.Bytes.Length - set.Bytes.Length == problem.Offset;
            var key = (packet.Definition!.Standard + (isOuter ? "" : ", nested"), problem.Tag, problem.Found, problem.Expected);
            if (!_seen.TryGetValue(key, out var seen))
                _seen.Add(key, seen = new Seen(packet.Offset + problem.Offset, packet.Pid, isOuter ? packet.Definition.Find(problem.Tag) : null));
            seen.Count++;
            if (isOuter && packet.Set!.TryGet(problem.Tag, out var outer))
                seen.Take(outer.Raw.Span, (int)problem.Expected);
        }
    }

    public override IEnumerable<Finding> Findings()
    {
        foreach (var ((standard, tag, found, expected), seen) in _seen)
        {
            var isPadded = seen.Definition is not null && seen.IsPadded;
            var name = seen.Definition is { } item ? $"{item.Name} (tag {tag})" : Sentence.Of($"tag {tag}");
            yield return new Finding("wrong-length", isPadded || seen.Definition is { Coding: not (Coding.UnsignedInteger or Coding.SignedInteger or Coding.Enumeration or Coding.Flags) } ? FindingGrade.Error : FindingGrade.Warning,
                $"{standard}: {name} has {found} bytes; its standard allows {expected}",
                seen.First is { } first ? $"the first one is {first}" + (isPadded ? Sentence.Of($"; all begin with zeros, and the last {expected} bytes are a value of their own{seen.Values}") : "") : Sentence.Of($"the first one lies at byte {seen.Offset:#,0}"))
            {
                Count = seen.Count,
                Of = _packets,
                FirstOffset = seen.Offset,
                Pid = seen.Pid,
                Tag = tag,
                Effect = seen.Definition is null or { Coding: Coding.UnsignedInteger or Coding.SignedInteger } ? null : "readers that take the scale from the length get another value, and strict ones refuse the packet",
                CorrectedReading = isPadded ? Sentence.Of($"read the last {expected} bytes") : null,
                CanRepair = isPadded,
            };
        }
    }

    private sealed class Seen(long offset, int? pid, ItemDefinition? definition)
    {
        private double _least = double.PositiveInfinity;
        private double _greatest = double.NegativeInfinity;

        public long Offset { get; } = offset;

        public int? Pid { get; } = pid;

        public ItemDefinition? Definition { get; } = definition;

        public long Count { get; set; }

        public string? First { get; private set; }

        /// <summary>Whether every value is a right one with zeros before it.</summary>
        public bool IsPadded { get; private set; } = true;

        public string Values => _greatest < _least ? "" : Sentence.Of($": {_least:0.##} to {_greatest:0.##} {Definition!.Unit}");

        public void Take(ReadOnlySpan<byte> raw, int expected)
        {
            First ??= Convert.ToHexStringLower(raw[..Math.Min(raw.Length, 16)]);
            if (raw.Length <= expected || raw[..^expected].ContainsAnyExcept((byte)0))
            {
                IsPadded = false;
                return;
            }
            var trial = new KlvSet(new SetDefinition("", "", default, 0, Sets.ChecksumKind.None, Definition!));
            trial.SetBytes(Definition!.Tag, raw[^expected..]);
            if (trial[0].Kind == ValueKind.Number)
                (_least, _greatest) = (Math.Min(_least, trial[0].Number), Math.Max(_greatest, trial[0].Number));
        }
    }
}
