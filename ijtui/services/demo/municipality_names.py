"""Names for people and places that nobody has to recognise: common first and last names, trees."""

from __future__ import annotations

_FIRST = """
Anna Eva Maria Karin Sara Kristina Lena Emma Kerstin Marie Malin Jenny Hanna Linda Ingrid Annika Susanne
Elin Monica Inger Sofia Johanna Ulla Carina Elisabeth Julia Åsa Linnéa Camilla Birgitta Ida Frida Amanda
Helena Anette Moa Matilda Lina Ebba Alva Agnes Märta Örjan Östen Zahra Fatima Amira Leila Samira Yasmin
Noor Mona Layla Lars Anders Mikael Johan Erik Per Peter Karl Thomas Jan Daniel Fredrik Andreas Hans
Mohammed Stefan Magnus Martin Mats Jonas Niklas Bo Alexander Björn Bengt Ulf Leif Mattias Patrik Marcus
Christer Emil Henrik Sven Robert Joakim Rickard Simon Viktor Tobias Oskar Åke Göran Ahmed Ali Hassan Omar
Yusuf Ibrahim Dawit Amanuel Goran Dragan Ivan Jerzy Marek Pekka Juhani
"""

_LAST = """
Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson
Jonsson Jansson Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist
Lindgren Berg Axelsson Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg
Henriksson Forsberg Sjöberg Wallin Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson
Holm Wikström Samuelsson Isaksson Fransson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg
Blomqvist Claesson Nordström Mårtensson Lundström Viklund Björklund Eliasson Pålsson Berggren Sandström
Nordin Ström Åberg Falk Hermansson Ekström Hedlund Dahlberg Hellström Åkesson Ek Öberg Östlund Ågren Öhman
Haddad Ali Ahmed Hassan Nguyen Kovac Petrovic Nowak Virtanen Korhonen Tesfay
"""

_PLACES = """
Björken Eken Lönnen Asken Rönnen Linden Alen Hasseln Granen Tallen Enen Oxeln Norrby Söderby Västerby
Österby Bergsäter Lillåker Storåker Kvarndammen Sjötorp Åkersberg Ängsvik Rosendal Solhem Fridhem
Skogsbrynet Hagalund Backa Brunnsäng Dalen Edsvik Fagernäs Gläntan Hökberga Iversro Järnvägen Klockarbol
Ladugärdet Mossen Nybo Odlingen Parken Rådhuset Slussen Torget Utsikten Viken Ytterby Åbrinken Älgdalen
Ödegården Kungsladan Prästängen Smedjan Tegelbruket Varvet Bruket Hamnen Kyrkbyn
"""

FIRST = tuple(_FIRST.split())
LAST = tuple(_LAST.split())
PLACES = tuple(_PLACES.split())
