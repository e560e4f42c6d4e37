using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Overflight.Mutation.Tests;

/// <summary>Each kind of fault, in code as the rules are written.</summary>
public class MutantSearchTests
{
    private static readonly MetadataReference[] s_references =
        [.. new[] { typeof(object), typeof(Enumerable), typeof(HashSet<int>) }.Select(t => t.Assembly.Location).Append(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.dll")).Distinct().Select(f => MetadataReference.CreateFromFile(f))];

    [Theory]
    [InlineData("n < 3", "n <= 3", "n >= 3", "n < 4", "n < 2")]
    [InlineData("n == 0", "n != 0", "n == 1")]
    [InlineData("n > 1 && s.Length > 2", "n > 1 || s.Length > 2", "n > 1", "s.Length > 2")]
    [InlineData("s.Contains('a') || n >= 5", "!(s.Contains('a')) || n >= 5", "s.Contains('a') && n >= 5", "n >= 5")]
    [InlineData("!(when <= n)", "(when <= n)", "!(when < n)", "!(when > n)")]
    [InlineData("s is not null", "!(s is not null)", "s is null")]
    [InlineData("s is { Length: > 7 }", "s is { Length: >= 7 }", "s is { Length: <= 7 }", "s is { Length: > 8 }")]
    [InlineData("all.Any(x => x == s)", "all.All(x => x == s)", "all.Any(x => x != s)", "!(all.Any(x => x == s))")]
    [InlineData("n is 1 or 2", "n is 1 and 2", "n is 2 or 2")]
    public void A_condition_is_mutated(string condition, params string[] expected) => Contains($"bool M() => {condition};", expected, condition);

    [Theory]
    [InlineData("n + 2 * n", "n - 2 * n", "n + 2 / n", "n + 3 * n")]
    [InlineData("when ?? n", "n")]
    [InlineData("-n", "n")]
    [InlineData("Math.Min(n, 3)", "Math.Max(n, 3)")]
    [InlineData("Math.Abs(n)", "(n)")]
    [InlineData("s == \"a\" ? 1 : 2", "s != \"a\" ? 1 : 2", "s == \"a\" ? 2 : 2")]
    [InlineData("n switch { 1 => 5, 2 => 6, _ => 7 }", "n switch { 2 => 6, _ => 7 }", "n switch { 1 => 5, _ => 7 }")]
    [InlineData("all.Where(x => x == s).Count()", "all.Count()")]
    [InlineData("all.Skip(1).OrderBy(x => x).First().Length", "all.Skip(1).OrderByDescending(x => x).First().Length", "all.Skip(1).OrderBy(x => x).Last().Length", "all.Skip(1).First().Length", "all.Take(1).OrderBy(x => x).First().Length")]
    public void A_number_is_mutated(string expression, params string[] expected) => Contains($"int M() => {expression};", expected, expression);

    [Theory]
    [InlineData("Outcome.Pass", "Outcome.Unknown", "Outcome.Refuse")]
    [InlineData("Reason.Pass(\"a\").Value", "Reason.Refuse(\"a\").Value")]
    [InlineData("Reason.Pass(\"a\").At(n).Value", "Reason.Pass(\"a\").Value", "Reason.Refuse(\"a\").At(n).Value")]
    public void Members_that_stand_beside_one_another_are_swapped(string expression, params string[] expected) => Contains($"Outcome M() => {expression};", expected, expression);

    [Fact]
    public void Statements_and_parts_are_left_out()
    {
        Contains("IEnumerable<int> M() { yield return 1; yield break; }", ["IEnumerable<int> M() { { if (false) yield return 1; } yield break; }", "IEnumerable<int> M() { yield return 1; { } }"]);
        Contains("int[] M() => [1, n, .. Many()]; int[] Many() => [];", ["int[] M() => [n, .. Many()]; int[] Many() => [];", "int[] M() => [1, n]; int[] Many() => [];"]);
        Contains("P M() => new() { A = n, B = 2 };", ["P M() => new() { B = 2 };", "P M() => new() { A = n };"]);
        Contains("void M() { n += 1; n++; }", ["void M() { { } n++; }", "void M() { n -= 1; n++; }", "void M() { n += 1; n--; }"]);
    }

    [Fact]
    public void Checks_of_arguments_and_attributes_are_left_alone() =>
        Assert.Empty(Mutate("[Obsolete(\"a\", false)] void M() { ArgumentNullException.ThrowIfNull(s); }"));

    [Fact]
    public void A_name_stays_when_lines_move_and_tells_same_faults_apart()
    {
        var once = Find("bool M() => n < 3; bool N() => n < 3;");
        var moved = Find("\n\n\nbool M() => n < 3; bool N() => n < 3;");

        Assert.Equal(once.Select(m => m.Id), moved.Select(m => m.Id));
        Assert.Equal(once.Count, once.Select(m => m.Id).Distinct().Count());
        Assert.NotEqual(once[0].Line, moved[0].Line);
    }

    [Fact]
    public void Every_fault_makes_a_difference_and_parses()
    {
        const string Code = "bool M() => !(when <= n) && all.Any(x => x is { Length: > 7 } or null) || Reason.Pass(\"a\").At(n).Value == Outcome.Pass;";
        var mutants = Mutate(Code);

        Assert.True(mutants.Count > 20);
        Assert.DoesNotContain(Code, mutants);
        Assert.Equal(mutants.Count, mutants.Distinct().Count());
        Assert.All(mutants, m => Assert.Empty(CSharpSyntaxTree.ParseText(Around(m), cancellationToken: TestContext.Current.CancellationToken).GetDiagnostics(TestContext.Current.CancellationToken)));
    }

    private static void Contains(string member, string[] expected, string? part = null)
    {
        var mutants = Mutate(member);
        Assert.All(expected, text => Assert.Contains(part is null ? text : member.Replace(part, text, StringComparison.Ordinal), mutants));
    }

    private static List<string> Mutate(string member)
    {
        var text = SourceText.From(Around(member));
        var start = Around("").Length - 1;
        return [.. Find(member).Select(m => text.WithChanges(new TextChange(m.Span, m.Replacement)).ToString()[start..^1])];
    }

    private static IReadOnlyList<Mutant> Find(string member)
    {
        var tree = CSharpSyntaxTree.ParseText(Around(member));
        var compilation = CSharpCompilation.Create("library", [tree], s_references, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return MutantSearch.In(tree, compilation.GetSemanticModel(tree), "File.cs");
    }

    private static string Around(string member) => "using System; using System.Collections.Generic; using System.Linq; enum Outcome { Pass, Unknown, Refuse } class P { public int A; public int B; } "
        + "class Reason { public Outcome Value; public static Reason Pass(string s) => null!; public static Reason Refuse(string s) => null!; public Reason At(int n) => this; } "
        + "class C { int n; string s; int? when; string[] all; " + member + "}";
}
