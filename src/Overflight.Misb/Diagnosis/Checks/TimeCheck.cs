namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Times of packets that stand still, go back, jump, or are of no time at all.</summary>
internal sealed class TimeCheck : StreamCheck
{
    private const double TicksPerSecond = 90_000;

    // Against the presentation time, which is the stream's own clock.
    private const double LeastJumpSeconds = 0.5;
    private const int FewestFrozen = 3;
    private const double LeastFrozenSeconds = 0.5;
    private const double LeastDrift = 1e-3;
    private const double LeastDriftSeconds = 5;

    private readonly Dictionary<int, Stream> _streams = [];

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Time is not { } time)
            return;
        var pid = packet.Pid ?? -1;
        if (!_streams.TryGetValue(pid, out var stream))
            _streams.Add(pid, stream = new Stream(packet.Pid));
        stream.Take(time, packet.Pts, packet.Offset);
    }

    public override IEnumerable<Finding> Findings() => _streams.Values.SelectMany(s => s.Findings());

    private sealed class Stream(int? pid)
    {
        private (ulong Time, long? Pts)? _last;
        private (ulong Time, long Pts)? _origin;
        private int _run = 1;
        private long _runStartPts;
        private long _count;
        private (long Count, long Runs, long Longest, double LongestSeconds, long Offset, ulong Time) _frozen;
        private (long Count, double Greatest, long Offset) _back;
        private (long Count, double Greatest, long Offset) _jump;
        private (long Count, long Offset, ulong First) _implausible;

        public void Take(ulong time, long? pts, long offset)
        {
            _count++;
            if (!StampUnits.IsPlausible(time))
                _implausible = (_implausible.Count + 1, _implausible.Count == 0 ? offset : _implausible.Offset, _implausible.Count == 0 ? time : _implausible.First);
            if (_last is { } last)
                Compare(last, time, pts, offset);
            _last = (time, pts);
            if (pts is { } now)
                _origin ??= (time, now);
        }

        public IEnumerable<Finding> Findings()
        {
            if (_implausible.Count > 0)
                yield return Make("time-implausible", "Packets are of no time of ours: before 1980 or after 2100",
                    $"the first such one says {Sentence.Utc(_implausible.First)}{Units(_implausible.First)}", _implausible.Count, _implausible.Offset) with
                {
                    Effect = "what they say cannot be put to a moment",
                    CorrectedReading = Units(_implausible.First) is { Length: > 0 } ? "read the count in that unit" : null,
                };
            if (_frozen.Count > 0)
                yield return Make("time-frozen", "The time stands still while packets go on",
                    Sentence.Of($"{_frozen.Runs} times; {_frozen.Longest} packets in a row say {Sentence.Utc(_frozen.Time)}") + (_frozen.LongestSeconds > 0 ? $", over {Sentence.Seconds(_frozen.LongestSeconds)} of the stream" : ""),
                    _frozen.Count, _frozen.Offset) with
                {
                    Effect = _frozen.LongestSeconds > 0 ? $"times are late by up to {Sentence.Seconds(_frozen.LongestSeconds)}" : "packets cannot be told apart by time",
                    EffectSize = _frozen.LongestSeconds > 0 ? _frozen.LongestSeconds : double.NaN,
                    EffectUnit = "s",
                    CorrectedReading = _frozen.LongestSeconds > 0 ? "take the time from the presentation times, from the last packet whose time moved" : null,
                };
            if (_back.Count > 0)
                yield return Make("time-backwards", "The time goes back from packet to packet", Sentence.Of($"by {Sentence.Seconds(_back.Greatest)} at most"), _back.Count, _back.Offset) with
                {
                    EffectSize = _back.Greatest,
                    EffectUnit = "s",
                };
            if (_jump.Count > 0)
                yield return Make("time-jump", "The time jumps: it goes on faster than the stream's own clock", Sentence.Of($"by {Sentence.Seconds(_jump.Greatest)} at most beyond the presentation times"), _jump.Count, _jump.Offset) with
                {
                    EffectSize = _jump.Greatest,
                    EffectUnit = "s",
                };
            if (_jump.Count == 0 && _back.Count == 0 && _origin is { } origin && _last is { Pts: { } pts, Time: var time })
            {
                var (stream, told) = ((pts - origin.Pts) / TicksPerSecond, ((double)time - origin.Time) / 1e6);
                if (stream > LeastDriftSeconds && Math.Abs(told - stream) > LeastDrift * stream)
                    yield return Make("clock-rate", "The time of packets runs faster or slower than the stream's own clock",
                        Sentence.Of($"{told:0.000} s against {stream:0.000} s of presentation times"), _count, 0) with
                    {
                        Grade = FindingGrade.Warning,
                        FirstOffset = null,
                        EffectSize = told - stream,
                        EffectUnit = "s",
                    };
            }
        }

        private void Compare((ulong Time, long? Pts) last, ulong time, long? pts, long offset)
        {
            var step = pts is { } now && last.Pts is { } before ? (now - before) / TicksPerSecond : (double?)null;
            if (time == last.Time && step is not 0)
            {
                if (_run == 1)
                    _runStartPts = last.Pts ?? 0;
                _run++;
                var seconds = step is null ? 0 : (pts!.Value - _runStartPts) / TicksPerSecond;
                if (_run >= FewestFrozen && (step is null || seconds >= LeastFrozenSeconds))
                    Freeze(seconds, offset, time);
                return;
            }
            _run = 1;
            var told = time >= last.Time ? (time - last.Time) / 1e6 : -((last.Time - time) / 1e6);
            if (told < 0)
                _back = (_back.Count + 1, Math.Max(_back.Greatest, -told), _back.Count == 0 ? offset : _back.Offset);
            else if (step is { } s && told - s > LeastJumpSeconds)
                _jump = (_jump.Count + 1, Math.Max(_jump.Greatest, told - s), _jump.Count == 0 ? offset : _jump.Offset);
        }

        private void Freeze(double seconds, long offset, ulong time)
        {
            var isNew = _frozen.Count == 0 || _frozen.Time != time;
            _frozen = (
                _frozen.Count + (isNew ? _run : 1), _frozen.Runs + (isNew ? 1 : 0), Math.Max(_frozen.Longest, _run),
                Math.Max(_frozen.LongestSeconds, seconds), _frozen.Count == 0 ? offset : _frozen.Offset, time);
        }

        private static string Units(ulong time) =>
            StampUnits.IsPlausible(time / 1000) ? "; it would make sense in nanoseconds"
            : time < ulong.MaxValue / 1000 && StampUnits.IsPlausible(time * 1000) ? "; it would make sense in milliseconds"
            : time < ulong.MaxValue / 1_000_000 && StampUnits.IsPlausible(time * 1_000_000) ? "; it would make sense in seconds" : "";

        private Finding Make(string id, string title, string evidence, long count, long offset) => new(id, FindingGrade.Error, title, evidence)
        {
            Count = count,
            Of = _count,
            FirstOffset = offset,
            Pid = pid,
            Tag = 2,
        };
    }
}
