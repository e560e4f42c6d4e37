namespace Overflight.Record.Checking;

/// <summary>Faults as they are found: the first so many, and the number of all.</summary>
internal sealed class FaultList(int most)
{
    private readonly List<RecordFault> _faults = [];

    public long Count { get; private set; }

    public IReadOnlyList<RecordFault> Listed => _faults;

    public void Add(string path, long? entry, string what)
    {
        if (Count++ < most)
            _faults.Add(new(path, entry, what));
    }
}
