using System.Reflection;
using Overflight.Testing;

namespace Overflight.Feeds.Tests;

/// <summary>The document of formats says what the code does.</summary>
public sealed class DocumentTests
{
    private static readonly string s_document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats.md"));

    [Fact]
    public void Every_known_column_name_is_documented()
    {
        for (var role = ColumnRole.Time; role < ColumnRole.Count; role++)
        {
            foreach (var name in ColumnNames.KnownFor(role).Split(", "))
                Assert.Contains($"`{name}`", s_document, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_kind_of_rejection_is_documented()
    {
        foreach (var kind in typeof(RejectionKind).GetFields(BindingFlags.Public | BindingFlags.Static))
            Assert.Contains($"`{kind.GetRawConstantValue()}`", s_document, StringComparison.Ordinal);
    }
}
