using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Overflight.Mutation;

/// <summary>
/// One image of a library that holds very many of its mutants, of which a number chooses one: compiled and loaded once, they are tried by
/// the hundred a minute. Mutants of initialisers, constructors and constants are not in it.
/// </summary>
internal sealed class SwitchedLibrary
{
    private const string Switch = "public static class MutationSwitch { public static int Active; }";

    private SwitchedLibrary(byte[] image, IReadOnlyDictionary<string, int> numbers, IReadOnlySet<string> broken, IReadOnlySet<string> once) => (Image, Numbers, Broken, Once) = (image, numbers, broken, once);

    /// <summary>The image.</summary>
    public byte[] Image { get; }

    /// <summary>The numbers of the mutants in it, by id.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; }

    /// <summary>Ids of mutants that do not compile. One that is neither in it nor broken is of code that cannot be written twice.</summary>
    public IReadOnlySet<string> Broken { get; }

    /// <summary>Ids of mutants of types with static members that are set once: what they do to those shows in an image of their own only.</summary>
    public IReadOnlySet<string> Once { get; }

    /// <summary>Makes one.</summary>
    /// <param name="compilation">The library.</param>
    /// <param name="mutants">Its mutants, with the files that they are of.</param>
    public static SwitchedLibrary Of(CSharpCompilation compilation, IEnumerable<(SyntaxTree Tree, Mutant Mutant)> mutants)
    {
        var numbered = mutants.Select((m, i) => (m.Tree, m.Mutant, Number: i + 1)).ToArray();
        var (left, broken) = (new HashSet<int>(), new HashSet<string>());
        compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Switch, (CSharpParseOptions)compilation.SyntaxTrees.First().Options));
        while (true)
        {
            var (made, written) = (compilation, new List<(SyntaxTree Tree, List<(int Number, TextSpan Span)> Places)>());
            foreach (var file in numbered.Where(m => !left.Contains(m.Number)).GroupBy(m => m.Tree))
            {
                var (text, places) = Write(file.Key, [.. file.Select(m => (m.Number, m.Mutant))]);
                var tree = file.Key.WithChangedText(SourceText.From(text, Encoding.UTF8));
                made = made.ReplaceSyntaxTree(file.Key, tree);
                written.Add((tree, places));
            }
            using var image = new MemoryStream();
            var errors = made.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
            Console.WriteLine($"{numbered.Length - left.Count} mutants in one image: {errors.Length} errors");
            if (errors.Length == 0)
                return new(image.ToArray(), written.SelectMany(w => w.Places).Where(p => p.Number > 0).ToDictionary(p => numbered[p.Number - 1].Mutant.Id, p => p.Number), broken,
                    numbered.Where(m => IsOfOnce(m.Tree.GetRoot().FindNode(m.Mutant.Span))).Select(m => m.Mutant.Id).ToHashSet());
            var found = errors.SelectMany(e => written.Where(w => w.Tree == e.Location.SourceTree).SelectMany(w => Blamed(w.Places, e.Location.SourceSpan))).ToHashSet();
            broken.UnionWith(found.Where(f => f.IsOwn).Select(f => numbered[f.Number - 1].Mutant.Id));
            if (found.Count == 0)
                throw new InvalidOperationException($"the mutants cannot be told apart:\n{string.Join("\n", errors.Take(10).Select(e => e.ToString()))}");
            left.UnionWith(found.Select(f => f.Number));
        }
    }

    private static bool IsOfOnce(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.Any(m => m.Modifiers.Any(SyntaxKind.StaticKeyword)
        && m is FieldDeclarationSyntax { Declaration.Variables: [{ Initializer: not null }, ..] } or PropertyDeclarationSyntax { Initializer: not null }) ?? false;

    /// <summary>The mutants that an error is of: the one whose copy it is in, or all of a member that cannot be written twice.</summary>
    private static IEnumerable<(int Number, bool IsOwn)> Blamed(List<(int Number, TextSpan Span)> places, TextSpan error)
    {
        var at = places.FindIndex(p => p.Span.Contains(error.Start));
        if (at < 0)
            return [];
        return places[at].Number > 0 ? [(places[at].Number, true)] : places.Skip(at + 1).TakeWhile(p => p.Number > 0).Select(p => (p.Number, false));
    }

    private static (string Text, List<(int Number, TextSpan Span)> Places) Write(SyntaxTree tree, IReadOnlyList<(int Number, Mutant Mutant)> mutants)
    {
        var (text, root) = (tree.GetText().ToString(), tree.GetRoot());
        var (to, places, at) = (new StringBuilder(), new List<(int, TextSpan)>(), 0);
        var members = mutants.Select(m => (m.Number, m.Mutant, Member: SwitchedMember.At(root, m.Mutant.Span))).Where(m => m.Member is not null).GroupBy(m => m.Member!.Span).OrderBy(g => g.Key.Start);
        foreach (var member in members)
        {
            to.Append(text, at, member.Key.Start - at);
            member.First().Member!.Write(to, [.. member.Select(m => (m.Number, m.Mutant))], places);
            at = member.Key.End;
        }
        to.Append(text, at, text.Length - at);
        return (to.ToString(), places);
    }
}
