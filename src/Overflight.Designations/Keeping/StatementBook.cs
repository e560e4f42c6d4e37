using System.Globalization;
using System.Text.Json;
using Overflight.Designations.Standing;

namespace Overflight.Designations.Keeping;

/// <summary>The hand-entered statements of a store: all that were ever entered, in order.</summary>
internal sealed class StatementBook
{
    public const string Schema = "overflight/list-statements/1";

    private const int LongestText = 1_000;

    private readonly List<StateStatement> _statements;
    private readonly HashSet<int> _replaced;

    public StatementBook(List<StateStatement> statements)
    {
        _statements = statements;
        _replaced = [.. statements.Select(statement => statement.Replaces).OfType<int>()];
    }

    public IReadOnlyList<StateStatement> All => _statements;

    /// <summary>Those that no later one replaced.</summary>
    public IEnumerable<StateStatement> Standing => _statements.Where(statement => !_replaced.Contains(statement.Number));

    public bool IsReplaced(StateStatement statement) => _replaced.Contains(statement.Number);

    /// <exception cref="DesignationException">It lacks something, or contradicts one that stands without replacing it.</exception>
    public StateStatement Enter(StatementRequest request, DateTimeOffset now)
    {
        RequireText("a source", request.Source);
        RequireText("an author", request.Author);
        RequireText("an entry's id", request.EntryId);
        if (request.Programme is { } programme)
            RequireText("a programme", programme);
        if (request.Replaces is { } number)
        {
            if (Standing.FirstOrDefault(statement => statement.Number == number) is not { } old)
                throw new DesignationException($"no statement {number} stands that could be replaced");
            if (old.List != request.List || old.EntryId != request.EntryId)
                throw new DesignationException($"statement {number} is about {old.List} {old.EntryId}, not {request.List} {request.EntryId}");
        }
        else if (!request.IsFurther && request.State != DesignationState.Amended && Same(request) is { } same)
            throw new DesignationException(string.Create(CultureInfo.InvariantCulture, $"statement {same.Number} already says {same.State} on {same.Date:yyyy-MM-dd} ({same.Source}): replace it, or enter this as a further one"));
        var made = new StateStatement(_statements.Count + 1, request.List, request.EntryId, request.State, request.Date, request.Source, request.Author, now) { Programme = request.Programme, Replaces = request.Replaces };
        _statements.Add(made);
        if (made.Replaces is { } replaced)
            _replaced.Add(replaced);
        return made;
    }

    public byte[] Write() => StoreJson.Write(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteStartArray("statements");
        foreach (var statement in _statements)
        {
            json.WriteStartObject();
            json.WriteNumber("number", statement.Number);
            json.WriteString("list", statement.List);
            json.WriteString("entry", statement.EntryId);
            if (statement.Programme is not null)
                json.WriteString("programme", statement.Programme);
            json.WriteString("state", statement.State.ToString());
            json.WriteString("date", StoreJson.Text(statement.Date));
            json.WriteString("source", statement.Source);
            json.WriteString("author", statement.Author);
            json.WriteString("enteredAt", statement.EnteredAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            if (statement.Replaces is { } replaced)
                json.WriteNumber("replaces", replaced);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <exception cref="DesignationException">The file is no book of statements.</exception>
    public static StatementBook Read(string path) => File.Exists(path)
        ? new(StoreJson.Read(path, Schema, root => root.GetProperty("statements").EnumerateArray().Select(ToStatement).ToList()))
        : new([]);

    private StateStatement? Same(StatementRequest request) => Standing.FirstOrDefault(statement =>
        statement.List == request.List && statement.EntryId == request.EntryId && statement.Programme == request.Programme && statement.State == request.State);

    private static StateStatement ToStatement(JsonElement json, int index)
    {
        var statement = new StateStatement(
            json.GetProperty("number").GetInt32(),
            StoreJson.TextOf(json, "list"),
            StoreJson.TextOf(json, "entry"),
            Enum.Parse<DesignationState>(StoreJson.TextOf(json, "state")),
            StoreJson.DateOf(json, "date"),
            StoreJson.TextOf(json, "source"),
            StoreJson.TextOf(json, "author"),
            DateTimeOffset.Parse(StoreJson.TextOf(json, "enteredAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal))
        {
            Programme = StoreJson.TextOrNull(json, "programme"),
            Replaces = json.TryGetProperty("replaces", out var replaced) ? replaced.GetInt32() : null,
        };
        return statement.Number == index + 1 ? statement : throw new FormatException($"statement {index + 1} has the number {statement.Number}");
    }

    private static void RequireText(string what, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.Any(char.IsControl))
            throw new DesignationException($"{what} has 1 to {LongestText:N0} characters, none of them a control", DesignationFault.Usage);
    }
}
