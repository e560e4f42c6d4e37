using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Overflight.Mutation;

/// <summary>One replacement of text.</summary>
/// <param name="Span">What is replaced.</param>
/// <param name="Text">By what.</param>
/// <param name="Around">The node to show it in.</param>
internal readonly record struct Fault(TextSpan Span, string Text, SyntaxNode Around)
{
    public static Fault Of(SyntaxNode node, string text) => new(node.Span, text, node);

    public static Fault Of(SyntaxToken token, string text) => new(token.Span, text, token.Parent!);
}
