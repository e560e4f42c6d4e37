using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overflight.Mutation.Mutators;

namespace Overflight.Mutation;

/// <summary>Finds the faults that can be put into a file, in the order of its text.</summary>
internal static partial class MutantSearch
{
    private static readonly IMutator[] s_mutators = [new OperatorMutator(), new ConditionMutator(), new ValueMutator(), new CallMutator(), new PartMutator()];

    public static IReadOnlyList<Mutant> In(SyntaxTree tree, SemanticModel model, string file)
    {
        var text = tree.GetText();
        var (found, seen, ordinals) = (new List<Mutant>(), new HashSet<Fault>(), new Dictionary<(string, string), int>());
        foreach (var node in tree.GetRoot().DescendantNodes(n => n is not AttributeListSyntax))
        {
            foreach (var fault in s_mutators.SelectMany(m => m.At(node, model)))
            {
                if (!seen.Add(fault with { Around = tree.GetRoot() }))
                    continue;
                var around = fault.Around.Span;
                var whole = text.ToString(around);
                var after = whole[..(fault.Span.Start - around.Start)] + fault.Text + whole[(fault.Span.End - around.Start)..];
                var shown = (OneLine(whole), OneLine(after));
                ordinals[shown] = ordinals.GetValueOrDefault(shown) + 1;
                found.Add(new(file, text.Lines.GetLineFromPosition(fault.Span.Start).LineNumber + 1, fault.Span, fault.Text, shown.Item1, shown.Item2, ordinals[shown]));
            }
        }
        return [.. found.OrderBy(m => m.Span.Start)];
    }

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
