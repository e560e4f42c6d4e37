using System.Globalization;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Vehicles;
using Overflight.Testing;

namespace Overflight.Mavlink.Tests;

/// <summary>docs/mavlink.md says what is so. OVERFLIGHT_WRITE_DOCS=1 writes its table anew.</summary>
public sealed class DocumentTests
{
    private const string Begin = "<!-- messages -->\n";
    private const string End = "<!-- /messages -->";

    private static readonly string s_path = Path.Combine(Repository.Root, "docs/mavlink.md");

    [Fact]
    public void Its_table_of_messages_is_that_of_the_definitions()
    {
        var table = "| id | message | bytes | CRC_EXTRA |\n|--:|---|--:|--:|\n" + string.Concat(MessageTable.All.Select(m =>
            string.Create(CultureInfo.InvariantCulture, $"| {m.Id} | {m.Name} | {(m.MinimumLength == m.Length ? $"{m.Length}" : $"{m.MinimumLength}, {m.Length}")} | {m.CrcExtra} |\n")));
        var text = File.ReadAllText(s_path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("OVERFLIGHT_WRITE_DOCS") == "1")
            File.WriteAllText(s_path, text[..from] + table + text[to..]);
        else
            Assert.Equal(table, text[from..to]);
    }

    [Fact]
    public void Every_command_that_it_says_is_refused_is()
    {
        var text = File.ReadAllText(s_path);
        var never = text[text.IndexOf("## Never", StringComparison.Ordinal)..text.IndexOf("## Commands that", StringComparison.Ordinal)];
        var said = never.Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => uint.TryParse(w, out _)).Select(uint.Parse).Order();
        Assert.Equal(Enumerable.Range(0, 65_536).Where(id => RefusedCommands.Contains((MavCmd)id)).Select(id => (uint)id), said);
    }

    [Fact]
    public void No_lock_file_of_the_peer_names_a_registry() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(Node.Folder, "package-lock.json")), StringComparison.Ordinal);
}
