namespace Overflight.Designations.Reading;

/// <summary>Gathers what is wrong with a list's files.</summary>
internal sealed class ProblemList
{
    private const int Most = 1_000;

    private readonly List<ListProblem> _problems = [];

    public IReadOnlyList<ListProblem> Problems => _problems;

    public long RejectedRows { get; private set; }

    public long RejectedEntries { get; private set; }

    public void Reject(string source, long line, long offset, string field, string message, bool isEntry)
    {
        RejectedRows++;
        if (isEntry)
            RejectedEntries++;
        Add(new(source, line, offset, field, message, IsRejected: true));
    }

    public void Note(string source, long line, long offset, string field, string message) => Add(new(source, line, offset, field, message, IsRejected: false));

    private void Add(ListProblem problem)
    {
        if (_problems.Count < Most)
            _problems.Add(problem);
    }
}
