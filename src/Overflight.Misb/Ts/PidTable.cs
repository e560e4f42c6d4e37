namespace Overflight.Misb.Ts;

/// <summary>The readers of PIDs, kept to what the programmes declare.</summary>
internal sealed class PidTable(TsSink sink, TsOptions options, FaultReporter faults, TsStatistics statistics)
{
    private readonly PidReader?[] _readers = new PidReader?[TsPid.Count];
    private readonly ClockMonitor?[] _clocks = new ClockMonitor?[TsPid.Count];
    private readonly int[] _owners = new int[TsPid.Count];
    private readonly Dictionary<int, TimeLine> _timeLines = [];
    private readonly BufferBudget _budget = new(options.MostBufferedBytes);

    /// <summary>The reader of a PID, or null where nothing declares it.</summary>
    public PidReader? this[int pid] => _readers[pid];

    /// <summary>What watches the clock on a PID, or null where no programme has its clock there.</summary>
    public ClockMonitor? Clock(int pid) => _clocks[pid];

    public bool Holds<TReader>(int pid) where TReader : PidReader => _readers[pid] is TReader;

    /// <summary>Reads a PID with this reader from now on.</summary>
    public void Put(PidReader reader)
    {
        _readers[reader.Pid]?.Complete();
        _readers[reader.Pid] = reader;
        _owners[reader.Pid] = 0;
        statistics.Declare(reader.Pid);
    }

    /// <summary>Declares a programme in place of what it was; null before it is first declared, or when it is gone.</summary>
    public void Replace(TsProgram? before, TsProgram? now)
    {
        var number = (before ?? now)!.Number;
        foreach (var stream in before?.Streams ?? [])
            if (_owners[stream.Pid] == number && now?.Streams.Any(stream.Same) != true)
            {
                _readers[stream.Pid]?.Complete();
                (_readers[stream.Pid], _owners[stream.Pid]) = (null, 0);
            }
        if (before is not null && before.ClockPid != now?.ClockPid)
            _clocks[before.ClockPid] = null;
        if (now is null)
        {
            _timeLines.Remove(number);
            return;
        }
        if (now.ClockPid != TsPid.Null)
        {
            _clocks[now.ClockPid] ??= new ClockMonitor(now.ClockPid, faults);
            statistics.Declare(now.ClockPid);
        }
        if (!_timeLines.TryGetValue(number, out var timeLine))
            _timeLines[number] = timeLine = new TimeLine();
        foreach (var stream in now.Streams)
            // A PID that two programmes share is read for the one that declared it first.
            if (_readers[stream.Pid] is null && stream.Pid != TsPid.Null)
            {
                _readers[stream.Pid] = ReaderOf(stream, timeLine);
                _owners[stream.Pid] = number;
                statistics.Declare(stream.Pid);
            }
    }

    /// <summary>The stream has ended: hands on what is still being gathered.</summary>
    public void Complete()
    {
        foreach (var reader in _readers)
            reader?.Complete();
    }

    private PidReader ReaderOf(TsStreamInfo stream, TimeLine timeLine)
    {
        IPesConsumer? consumer = stream switch
        {
            { Carriage: KlvCarriage.Synchronous or KlvCarriage.Asynchronous } or { StreamType: Descriptor.PrivatePesType } => new KlvConsumer(stream, sink, faults, options, _budget),
            { IsVideo: true } => new VideoConsumer(stream, sink, faults),
            _ => null,
        };
        return consumer is null ? new PidReader(stream.Pid, faults) : new PesReader(stream, consumer, timeLine, faults, options, _budget);
    }
}
